import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';

const t = {
  about: {
    ru: 'задать вопрос HTTP API в командной строке: trajecta ask composition territory=RU-TOM period=2019',
    en: 'ask a question of the HTTP API on the command line: trajecta ask composition territory=RU-TOM period=2019',
  },
  question: { ru: 'вопрос; без него — список', en: 'question; without it, the list' },
  options: { ru: 'параметры имя=значение', en: 'options name=value' },
  format: { ru: 'вид ответа', en: 'form of the answer' },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
};

interface AskArguments extends GlobalOptions {
  readonly format: 'json' | 'csv' | 'xlsx' | 'parquet';
  readonly output?: string;
}

/** Every question that the server knows, with the same options, refusals and forms. */
export function registerAsk(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('ask')
    .description(t.about[language])
    .argument('[question]', t.question[language])
    .argument('[options...]', t.options[language])
    .addOption(
      new Option('--format <format>', t.format[language])
        .choices(['json', 'csv', 'xlsx', 'parquet'])
        .default('json'),
    )
    .option('--output <file>', t.output[language])
    .action(async (id: string | undefined, texts: readonly string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<AskArguments>();
      const { questions } = await import('../http/questions.ts');
      if (id === undefined) {
        for (const one of questions) effects.out(`${one.id.padEnd(20)}${one.about[language]}\n`);
        return;
      }
      const question = questions.find((one) => one.id === id);
      if (question === undefined) {
        const known = questions.map((one) => one.id).join(', ');
        throw new TrajectaError('bad-option', {
          ru: `Вопроса «${id}» нет. Есть: ${known}.`,
          en: `There is no question "${id}". There are: ${known}.`,
        });
      }
      if ((options.format === 'xlsx' || options.format === 'parquet') && options.output === undefined) {
        throw new TrajectaError('bad-option', {
          ru: `--format ${options.format}: назовите файл ключом --output.`,
          en: `--format ${options.format}: name a file by --output.`,
        });
      }
      const { readOptions } = await import('../http/readOptions.ts');
      const { folderSource } = await import('../http/workspaceSource.ts');
      const { answersOf } = await import('../http/answers.ts');
      const { manifestSchema } = await import('../api/assessment.ts');
      const { deliver, selected } = await import('../http/deliver.ts');
      const { options: read, delivery } = readOptions(question, { lang: language, ...given(texts) });
      const source = folderSource(options.workspace);
      try {
        const { answer } = await answersOf(source).answer(question, read);
        // Its figures can then be explained, as those of a command of its own.
        const run = manifestSchema.safeParse(answer.manifest);
        if (run.success) await keepRun(options.workspace, run.data, effects);
        const content = await deliver(selected(answer, delivery), options.format, language, question);
        if (options.output === undefined) effects.out(typeof content === 'string' ? `${content}\n` : content);
        else await writeFile(options.output, content);
      } finally {
        await source.close();
      }
    });
}

function given(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', ...value] = text.split('=');
      if (value.length > 0 && name !== '') return [name, value.join('=')];
      throw new TrajectaError('bad-option', {
        ru: `${text}: нужно имя=значение, например territory=RU-TOM.`,
        en: `${text}: name=value is wanted, for example territory=RU-TOM.`,
      });
    }),
  );
}
