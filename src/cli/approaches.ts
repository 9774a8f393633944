import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RunManifest } from '../api/assessment.ts';
import type { Level } from '../assess/levels.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { flowText, reExportsText } from './optionTexts.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  sectors: {
    ru: 'отраслевой подход: вывоз (или своя статистика отраслей) по отраслям и наукоёмкости',
    en: 'the sectoral approach: exports (or industry statistics of your own) by industry and R&D intensity',
  },
  patents: {
    ru: 'патентный подход: патенты регионов по классам МПК рядом с вывозом сегментов',
    en: 'the patent approach: patents of regions by class of the IPC beside exports of segments',
  },
  year: { ru: 'год', en: 'year' },
  level: { ru: 'уровень (по умолчанию — всё целиком)', en: 'level (default: the whole)' },
  table: {
    ru: 'своя таблица: регион, год, код отрасли (ОКВЭД 2 / NACE 2 / МСОК 4), значение',
    en: 'a table of your own: region, year, industry code (ISIC Rev.4 / NACE 2 / OKVED 2), value',
  },
  file: {
    ru: 'таблица: регион, год, МПК, необязательно номер документа и число',
    en: 'table: region, year, IPC, optionally document number and count',
  },
};

interface SectorArguments extends GlobalOptions, OutputOptions {
  readonly year?: number;
  readonly level?: Level;
  readonly table?: string;
  readonly flow?: 'export' | 'import';
  readonly reExports?: 'exclude' | 'include';
}

export function registerApproaches(program: Command, language: Language, effects: CliEffects): void {
  const sectors = program
    .command('sectors')
    .description(t.sectors[language])
    .option('--year <year>', t.year[language], year)
    .option('--table <file>', t.table[language])
    .addOption(
      new Option('--level <level>', t.level[language]).choices([
        'region',
        'district',
        'country',
        'union',
        'world',
      ]),
    )
    .addOption(
      new Option('--flow <flow>', flowText[language]).choices(['export', 'import']).default('export'),
    )
    .addOption(
      new Option('--re-exports <choice>', reExportsText[language])
        .choices(['exclude', 'include'])
        .default('exclude'),
    );
  addOutputOptions(sectors, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<SectorArguments>();
    if (options.table !== undefined) {
      const { readIndustryTable } = await import('../sources/approaches/readIndustryTable.ts');
      const { industryStatistics } = await import('../assess/industryStatistics.ts');
      const { figures, sha256 } = await readIndustryTable(options.table);
      const answer = industryStatistics(
        figures.filter((one) => options.year === undefined || one.year === options.year),
        { file: basename(options.table), sha256 },
      );
      await keepWhereStored(options.workspace, [answer.manifest], effects);
      await put({ kind: 'sectors', answer }, options, language, effects);
      return;
    }
    if (options.year === undefined) {
      throw new TrajectaError('bad-option', {
        ru: 'Задайте год рабочей области (--year 2019) или свою таблицу (--table ФАЙЛ).',
        en: 'Give a year of the workspace (--year 2019) or a table of your own (--table FILE).',
      });
    }
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { sectors: compute } = await import('../assess/sectors.ts');
    const workspace = await openWorkspace(options.workspace);
    try {
      const { level, flow, reExports } = options;
      const given = Object.entries({ level, flow, reExports }).filter(([, value]) => value !== undefined);
      const answer = await compute(workspace, { year: options.year, ...Object.fromEntries(given) });
      await keepWhereStored(options.workspace, [answer.manifest], effects);
      await put({ kind: 'sectors', answer }, options, language, effects);
    } finally {
      await workspace.close();
    }
  });
  const patents = program
    .command('patents')
    .description(t.patents[language])
    .argument('<file>', t.file[language]);
  addOutputOptions(patents, language).action(async (file: string, _options: unknown, child: Command) => {
    const options = child.optsWithGlobals<GlobalOptions & OutputOptions>();
    const { readPatentTable } = await import('../sources/approaches/readPatentTable.ts');
    const { patents: compute } = await import('../assess/patents.ts');
    const { readManifest } = await import('../store/manifest.ts');
    const { records, sha256 } = await readPatentTable(file);
    const stored = await readManifest(options.workspace);
    // Without a workspace patents are shown alone.
    const beside =
      stored === null || stored.country === null ? null : await exportsBeside(options.workspace, records);
    const answer = compute(records, beside?.workspace.territories ?? null, beside?.rows ?? [], {
      file: basename(file),
      sha256,
      workspace: beside?.workspace ?? null,
    });
    const kept = [answer.manifest, ...(beside?.manifests ?? [])];
    await keepWhereStored(options.workspace, kept, effects);
    await put({ kind: 'patents', answer }, options, language, effects);
  });
}

/** Keeps manifests in the workspace, where there is one: a table of one's own needs none. */
async function keepWhereStored(
  folder: string,
  manifests: readonly RunManifest[],
  effects: CliEffects,
): Promise<void> {
  const { readManifest } = await import('../store/manifest.ts');
  if ((await readManifest(folder)) === null) return;
  for (const manifest of manifests) await keepRun(folder, manifest, effects);
}

async function exportsBeside(folder: string, records: readonly { readonly year: number }[]) {
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { patentExports } = await import('../assess/patentExports.ts');
  const workspace = await openWorkspace(folder);
  try {
    const answers = await patentExports(workspace, records);
    const manifests = answers.map((answer) => answer.manifest);
    return { workspace, rows: answers.flatMap((answer) => answer.data), manifests };
  } finally {
    await workspace.close();
  }
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2019');
  return Number(text);
}
