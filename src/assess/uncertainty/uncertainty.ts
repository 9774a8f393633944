import type { Uncertainty, UncertaintyOptions } from '../../api/uncertainty.ts';
import type { Finding } from '../../domain/finding.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { requireKnownRegions } from '../assess.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import { type AssessOptions, given, type KnownDefinitions, resolveOptions } from '../options.ts';
import { plainFinding } from '../plainFinding.ts';
import { readStatusSums } from '../readSums.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { indexUncertainty } from './indexUncertainty.ts';
import { measureUncertainty } from './measureUncertainty.ts';
import { regionMeasure } from './regionMeasure.ts';

/** Options of the assessment behind a question of uncertainty. */
export function assessedOptions(options: UncertaintyOptions): AssessOptions {
  const { measure, over, draws, seed, digits, scope, atLeast, measureOptions, ...rest } = options;
  void [measure, over, draws, seed, digits, scope, atLeast, measureOptions];
  return given(rest) as AssessOptions;
}

/**
 * How sure values, ranks and verdicts of regions are: by bootstrap over product lines or partners (seeded, so the same
 * question gives the same answer), and by the choices that could have been made otherwise, one at a time. Throws
 * `bad-option` for an unknown measure, `no-data` for a period without data.
 */
export async function uncertainty(
  workspace: WorkspaceReader,
  options: UncertaintyOptions,
  known: KnownDefinitions = {},
): Promise<Uncertainty> {
  const isIndex = (options.measure ?? 'trajectory-index') === 'trajectory-index';
  if (isIndex) refuseMeasureOptions(options);
  else regionMeasure(options.measure ?? '');
  const assessed = assessedOptions(options);
  const resolved = await resolveOptions(assessed, known, workspace.territories);
  requireKnownRegions(workspace, resolved.leaveOut);
  const { rule, ...definitions } = resolved;
  const manifest = runManifest(
    workspace,
    'uncertainty',
    { ...options },
    {
      ...definitions,
      ...(isIndex ? { rule } : {}),
      draws: options.draws ?? 1000,
      seed: options.seed ?? 1,
      over: options.over ?? 'products',
      generator: 'xoshiro128**, state by SplitMix32',
    },
  );
  const settled = { segments: resolved.system, rule };
  const { data, findings: own } = isIndex
    ? {
        data: (await indexUncertainty(workspace, options, assessed, resolved, settled, manifest.run)).data,
        findings: [],
      }
    : await measureUncertainty(workspace, options, assessed, resolved, manifest.run);
  const statusSums = await readStatusSums(workspace, resolved.flow, resolved.period);
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const what =
    options.over === 'partners'
      ? { ru: 'партнёров', en: 'partners' }
      : { ru: 'товарных строк', en: 'product lines' };
  const findings: Finding[] = [
    {
      code: 'bootstrap',
      severity: 'info',
      message: {
        ru: `Выборки: в каждой столько же ${what.ru}, сколько есть, с возвращением; что вне сегмента, остаётся как есть; зерно ${options.seed ?? 1}. Они показывают, насколько итог держится на немногих ${options.over === 'partners' ? 'партнёрах' : 'строках'}, а не ошибку учёта.`,
        en: `Draws: in each as many ${what.en} as there are, with replacement; what is outside the segment stays as it is; seed ${options.seed ?? 1}. They show how much a result rests on a few ${options.over === 'partners' ? 'partners' : 'lines'}, not an error of recording.`,
      },
    },
    ...own,
    ...assessmentFindings({ workspace, options: resolved, statusSums, data: [], editions }),
  ];
  if (data.every((row) => row.lines === 0))
    findings.unshift({
      code: 'no-lines',
      severity: 'warning',
      message:
        options.over === 'partners'
          ? {
              ru: 'Источник не называет партнёров: выбирать не из чего.',
              en: 'The source names no partners: there is nothing to draw from.',
            }
          : {
              ru: 'Шестизначных кодов нет: выбирать не из чего.',
              en: 'There are no six-digit codes: there is nothing to draw from.',
            },
    });
  return withChecksum({ data, findings: findings.map(plainFinding), manifest });
}

/** The index has segments and a rule in place of a scope and a bound. */
function refuseMeasureOptions(options: UncertaintyOptions): void {
  const given = (['digits', 'scope', 'atLeast', 'measureOptions'] as const).filter(
    (name) => options[name] !== undefined,
  );
  if (given.length === 0) return;
  throw new TrajectaError('bad-option', {
    ru: `${given.join(', ')}: это настройки мер, а у индекса траектории — сегменты и правило. Назовите меру, например: trajecta uncertainty eci.`,
    en: `${given.join(', ')}: these are options of measures; the trajectory index has segments and a rule. Name a measure, for example: trajecta uncertainty eci.`,
  });
}
