import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation } from '../../api/explanation.ts';
import type { UncertaintyOptions, UncertaintyRow } from '../../api/uncertainty.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import { uncertainty } from './uncertainty.ts';

const formulas: Readonly<Record<string, string>> = {
  value: 'the measure as it is',
  rank: '1 + number of regions with a higher value',
  verdict: 'the rule of orientation',
  valueLower: 'value below which 2.5 % of the draws lie',
  valueUpper: 'value above which 2.5 % of the draws lie',
  rankBest: 'rank better than which 2.5 % of the draws are',
  rankWorst: 'rank worse than which 2.5 % of the draws are',
  rankShare: 'draws with a rank from rankBest to rankWorst / draws',
  verdictYesShare: 'draws with the verdict yes / draws',
  undefinedDraws: 'draws in which the value is undefined',
  sensitivityLower: 'smallest value over the choice made and the variants',
  sensitivityUpper: 'largest value over the choice made and the variants',
  sensitivityRankBest: 'best rank over the choice made and the variants',
  sensitivityRankWorst: 'worst rank over the choice made and the variants',
};

/** A figure of uncertainty: what it is of the draws or variants, with these, computed anew from the seed. */
export async function explainUncertainty(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<Explanation> {
  const options = manifest.options as unknown as UncertaintyOptions;
  const answer = await uncertainty(workspace, options, definitionsOf(manifest));
  const row = answer.data.find(
    (one) => one.segment === id.segment && one.territory === id.territory && one.period === id.period,
  );
  const field = id.field ?? 'rankShare';
  const formula = formulas[field];
  if (row === undefined || formula === undefined) {
    throw new TrajectaError('bad-option', {
      ru: `Величины «${id.segment}/${id.territory}/${field}» в расчёте ${id.run} нет. Показатели: ${Object.keys(formulas).join(', ')}.`,
      en: `The run ${id.run} has no figure "${id.segment}/${id.territory}/${field}". Figures: ${Object.keys(formulas).join(', ')}.`,
    });
  }
  const value = row[field as keyof UncertaintyRow];
  const isVariants = field.startsWith('sensitivity');
  const drawn = `${row.draws} draws of ${row.lines} ${options.over ?? 'products'} with replacement, seed ${options.seed ?? 1}, xoshiro128**; undefined: ${row.undefinedDraws}`;
  return {
    data: {
      id: `${row.id}/${field}`,
      title: {
        ru: `${field}: ${row.measure}, ${row.territoryName.ru}, ${row.segmentName.ru}, ${row.period}`,
        en: `${field}: ${row.measure}, ${row.territoryName.en}, ${row.segmentName.en}, ${row.period}`,
      },
      value: typeof value === 'number' ? value : null,
      text: typeof value === 'string' ? value : null,
      reason: value === null ? row.reason : null,
      unit: { ru: 'без единицы', en: 'no unit' },
      formula,
      substituted: isVariants
        ? [
            `${row.measure} = ${row.value} (${row.rank ?? '–'})`,
            ...row.variants.map((one) => `${one.variant} = ${one.value ?? '–'} (${one.rank ?? '–'})`),
          ].join('\n')
        : drawn,
      operands: [],
      related:
        row.measure === 'trajectory-index' && field !== 'value'
          ? [
              {
                id: `${row.id}/trajectoryIndex`,
                value: row.value,
                note: { ru: 'индекс, до строк файла', en: 'the index, down to rows' },
              },
            ]
          : [],
      recomputed: null,
      agrees: true,
      definitions: manifest.definitions,
    },
    findings: answer.findings,
    manifest,
  };
}
