import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { assessmentSchema, highTechSchema } from '../api/assessment.ts';
import { importReportSchema } from '../api/importReport.ts';
import { mappingSchema } from '../sources/table/mapping.ts';
import type { CliEffects, Language } from './context.ts';

const schemas = {
  assess: assessmentSchema,
  'high-tech': highTechSchema,
  import: importReportSchema,
  mapping: mappingSchema,
};

export function registerSchema(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('schema')
    .description(
      language === 'ru'
        ? 'JSON Schema ответа или файла описания'
        : 'JSON Schema of an answer or of the mapping file',
    )
    .addArgument(new Argument('<name>').choices(Object.keys(schemas)))
    .action((name: keyof typeof schemas) => {
      effects.out(`${JSON.stringify(z.toJSONSchema(schemas[name], { io: 'input' }), null, 2)}\n`);
    });
}
