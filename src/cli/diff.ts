import { type Command, Option } from 'commander';
import type { Comparison } from '../api/comparison.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './formatText.ts';
import { brief } from './rerun.ts';

const t = {
  about: {
    ru: 'сравнить два результата: какие величины разошлись и почему',
    en: 'compare two results: which figures differ, and by which cause',
  },
  result: { ru: 'результат (JSON, CSV) или номер расчёта', en: 'a result (JSON, CSV) or the id of a run' },
  all: { ru: 'показать все различия', en: 'show all differences' },
  changed: { ru: 'Чем расчёты различаются', en: 'How the runs differ' },
  nothing: { ru: 'ничем, кроме строк', en: 'in nothing but their rows' },
  unknown: { ru: 'манифест одного из них не известен', en: 'the manifest of one of them is not known' },
  figures: { ru: 'Величин сравнено', en: 'Figures compared' },
  different: { ru: 'разошлись', en: 'different' },
  byCause: { ru: 'По причинам', en: 'By cause' },
  more: { ru: 'ещё', en: 'more' },
  attribution: {
    stepwise: {
      ru: 'вклад причин посчитан повторными расчётами, по одному изменению',
      en: 'effects come from runs made again with one change after another',
    },
    single: {
      ru: 'изменилось одно, всё различие от него',
      en: 'one thing changed, the whole difference is its effect',
    },
    listed: { ru: 'причины названы, вклады не разделены', en: 'causes are named, effects not parted' },
    none: { ru: '', en: '' },
  },
};

export function registerDiff(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('diff')
    .description(t.about[language])
    .argument('<a>', t.result[language])
    .argument('<b>', t.result[language])
    .option('--all', t.all[language])
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (a: string, b: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & { all?: boolean; format: 'text' | 'json' }>();
      const comparison = await compare(a, b, options.workspace);
      effects.out(
        options.format === 'json'
          ? `${JSON.stringify(comparison, null, 2)}\n`
          : comparisonText(comparison, language, options.all === true ? Number.POSITIVE_INFINITY : 30),
      );
    });
}

async function compare(a: string, b: string, folder: string): Promise<Comparison> {
  const { readNamedResult } = await import('./resultFile.ts');
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { compareRuns } = await import('../assess/trace/compareRuns.ts');
  const { runAgain } = await import('../assess/trace/runAgain.ts');
  const { TrajectaError } = await import('../domain/trajectaError.ts');
  const opened: { close(): Promise<void> }[] = [];
  const open: Parameters<typeof compareRuns>[2] = async (manifest) => {
    try {
      const workspace = await openWorkspace(folder, { vintages: manifest.workspace.vintages });
      opened.push(workspace);
      return workspace;
    } catch (error) {
      // Without the data of both runs the causes are named, and their effects not parted.
      if (error instanceof TrajectaError) return null;
      throw error;
    }
  };
  const result = async (name: string) => {
    const named = await readNamedResult(name, folder);
    if (named.rows !== null) return { ...named, rows: named.rows };
    if (named.manifest === null) throw new Error(`${name} holds neither rows nor a manifest`);
    const workspace = await openWorkspace(folder, { vintages: named.manifest.workspace.vintages });
    opened.push(workspace);
    return { ...named, rows: (await runAgain(workspace, named.manifest)).data };
  };
  try {
    return await compareRuns(await result(a), await result(b), open);
  } finally {
    for (const one of opened) await one.close();
  }
}

function comparisonText(comparison: Comparison, language: Language, limit: number): string {
  const { data, manifest } = comparison;
  const lines = [`A: ${manifest.a}`, `B: ${manifest.b}`, '', `${t.changed[language]}:`];
  for (const one of manifest.changed)
    lines.push(`  ${one.cause}, ${one.what}: ${brief(one.a)} → ${brief(one.b)}`);
  if (manifest.changed.length === 0)
    lines.push(
      `  ${data.some((one) => one.causes.some(({ cause }) => cause === 'unexplained')) ? t.unknown[language] : t.nothing[language]}`,
    );
  lines.push('', `${t.figures[language]}: ${manifest.figures}; ${t.different[language]}: ${data.length}`);
  const counts = new Map<string, number>();
  for (const one of data) for (const { cause } of one.causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  if (counts.size > 0)
    lines.push(
      `${t.byCause[language]}: ${[...counts].map(([cause, count]) => `${cause} ${count}`).join(', ')}`,
    );
  const how = t.attribution[manifest.attribution][language];
  if (how !== '') lines.push(`(${how})`);
  lines.push('');
  for (const one of data.slice(0, limit)) {
    const why = one.causes
      .map(({ cause, effect }) => (effect === null ? cause : `${cause} ${signed(effect)}`))
      .join(', ');
    const change = one.difference === null ? '' : ` (${signed(one.difference)})`;
    lines.push(
      `${one.period}/${one.segment}/${one.territory}/${one.field}: ${one.a ?? '–'} → ${one.b ?? '–'}${change}  [${why}]`,
    );
  }
  if (data.length > limit) lines.push(`… ${t.more[language]} ${data.length - limit} (--all)`);
  return `${lines.join('\n')}\n`;
}

function signed(value: number): string {
  const text = Math.abs(value) >= 1e6 ? value.toFixed(0) : String(Number(value.toPrecision(6)));
  return value > 0 ? `+${text}` : text;
}
