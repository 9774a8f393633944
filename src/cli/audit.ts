import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { auditRules } from '../domain/audit/auditRules.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  about: {
    ru: 'проверить опубликованные таблицы и утверждения на внутреннюю согласованность',
    en: 'check published tables and claims for consistency',
  },
  file: {
    ru: 'таблицы со смыслом столбцов, JSON (строение: docs/audit.md); без файла — список правил',
    en: 'tables with the meaning of their columns, JSON (structure: docs/audit.md); without it, the list of rules',
  },
};

export function registerAudit(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('audit')
    .description(t.about[language])
    .argument('[file]', t.file[language]);
  addOutputOptions(command, language).action(
    async (path: string | undefined, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<OutputOptions & GlobalOptions>();
      if (path === undefined) {
        effects.out(
          `${auditRules.map((rule) => `${rule.id.padEnd(20)} ${rule.meaning[language]}`).join('\n')}\n`,
        );
        return;
      }
      const json = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
        throw new TrajectaError('file-not-found', {
          ru: `Файла ${path} нет.`,
          en: `There is no file ${path}.`,
        });
      });
      const { audit } = await import('../assess/audit.ts');
      await put({ kind: 'audit', answer: audit(json, basename(path)) }, options, language, effects);
    },
  );
}
