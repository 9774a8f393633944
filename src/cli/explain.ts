import { type Command, InvalidArgumentError, Option } from 'commander';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';
import { openForRun, worldOption } from './world.ts';

const t = {
  about: {
    ru: 'объяснить величину: формула с числами, входы, определения, файлы и строки за ней',
    en: 'explain a figure: formula with the numbers put in, inputs, definitions, files and rows behind it',
  },
  id: {
    ru: 'номер величины: РАСЧЁТ/ПЕРИОД/СЕГМЕНТ/ТЕРРИТОРИЯ/ПОКАЗАТЕЛЬ или import/ЗАГРУЗКА/ПОКАЗАТЕЛЬ',
    en: 'id of the figure: RUN/PERIOD/SEGMENT/TERRITORY/FIELD or import/VINTAGE/FIELD',
  },
  in: {
    ru: 'результат (JSON), которому принадлежит величина',
    en: 'the result (JSON) that the figure belongs to',
  },
  limit: { ru: 'сколько строк показать у каждой суммы', en: 'how many rows to list for each sum' },
  all: { ru: 'показать все строки (с --format json)', en: 'list all rows (with --format json)' },
  rows: {
    ru: 'записать все строки всех сумм в файл CSV или Parquet',
    en: 'write all rows of all sums to a CSV or Parquet file',
  },
};

interface ExplainArguments extends GlobalOptions {
  readonly in?: string;
  readonly limit: number;
  readonly allRows?: boolean;
  readonly rows?: string;
  readonly world?: string;
  readonly format: 'text' | 'json';
}

export function registerExplain(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('explain')
    .description(t.about[language])
    .argument('<id>', t.id[language])
    .option('--in <file>', t.in[language])
    .option('--limit <rows>', t.limit[language], count, 5)
    .option('--all-rows', t.all[language])
    .option('--rows <file>', t.rows[language])
    .addOption(worldOption(language))
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (id: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ExplainArguments>();
      if (id.startsWith('import/')) {
        await explainImport(id, options, language, effects);
        return;
      }
      const { parseFigureId } = await import('../assess/trace/figureId.ts');
      const figure = parseFigureId(id);
      if (figure === null) {
        throw new TrajectaError('bad-option', {
          ru: `«${id}» — не номер величины. Номер вида 3fa9c2d1e0/2019/electronics/RU-MOW/trajectoryIndex стоит в столбце id результата (JSON, CSV, XLSX, --ids в тексте).`,
          en: `"${id}" is no id of a figure. An id such as 3fa9c2d1e0/2019/electronics/RU-MOW/trajectoryIndex stands in the column id of a result (JSON, CSV, XLSX; --ids in text).`,
        });
      }
      if (figure.segment === 'compare') {
        const { openSeries } = await import('../store/series.ts');
        const { readComparisonRun } = await import('../store/comparisonRuns.ts');
        const { explainComparison } = await import('../assess/international/explainComparison.ts');
        const manifest = await readComparisonRun(options.workspace, figure.run);
        const answer = await explainComparison(await openSeries(options.workspace), manifest, figure);
        if (options.format === 'json') effects.out(`${JSON.stringify(answer, null, 2)}\n`);
        else {
          const { comparisonExplanationText } = await import('../reports/comparisonExplanationText.ts');
          effects.out(comparisonExplanationText(answer, language));
        }
        return;
      }
      const { readNamedResult } = await import('./resultFile.ts');
      const { manifest } = await readNamedResult(options.in ?? figure.run, options.workspace);
      if (manifest === null || manifest.run !== figure.run) {
        throw new TrajectaError('run-missing', {
          ru: `Величина принадлежит расчёту ${figure.run}, а в ${options.in ?? ''} — расчёт ${manifest?.run ?? '—'}.`,
          en: `The figure belongs to the run ${figure.run}, and ${options.in ?? ''} holds the run ${manifest?.run ?? '—'}.`,
        });
      }
      const { explain } = await import('../assess/trace/explain.ts');
      const { workspace, close } = await openForRun(options.workspace, options.world, manifest);
      try {
        const rows = options.allRows === true ? 1_000_000_000 : options.limit;
        const answer = await explain(workspace, manifest, figure, {
          rows,
          language,
          ...(options.rows === undefined
            ? {}
            : { copyRows: (sql: string) => workspace.copyTo(sql, options.rows ?? '') }),
        });
        if (options.format === 'json') effects.out(`${JSON.stringify(answer, null, 2)}\n`);
        else {
          const { explanationText } = await import('../reports/explanationText.ts');
          effects.out(explanationText(answer, language));
        }
      } finally {
        await close();
      }
    });
}

/** A figure of the accounts of an import: import/VINTAGE/FIELD. */
async function explainImport(
  id: string,
  options: ExplainArguments,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const [, vintage = '', field = ''] = id.split('/');
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { explainAccount } = await import('../store/explainAccount.ts');
  const workspace = await openWorkspace(options.workspace, { vintages: [vintage] });
  try {
    const limit = options.allRows === true ? 1_000_000_000 : options.limit;
    const answer = await explainAccount(workspace, vintage, field, limit);
    if (options.format === 'json') effects.out(`${JSON.stringify(answer, null, 2)}\n`);
    else {
      const { accountText } = await import('../reports/explanationText.ts');
      effects.out(accountText(answer, language));
    }
  } finally {
    await workspace.close();
  }
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('0–999999999');
  return Number(text);
}
