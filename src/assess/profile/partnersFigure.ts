import type { RunManifest } from '../../api/assessment.ts';
import type { PartnersOptions } from '../../api/partners.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given } from '../options.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import { codesOf, type OperandQuestion } from '../trace/operandRows.ts';
import { partners } from './partners.ts';
import { type ProfileFigure, quotient, share, usd } from './profileFigure.ts';
import { territoryScope } from './territoryScope.ts';

/** A figure of a territory's partners, or null where there is none of that id. */
export async function partnersFigure(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<ProfileFigure | null> {
  const options = manifest.options as unknown as PartnersOptions;
  const known = definitionsOf(manifest);
  const answer = await partners(workspace, options, known);
  const row = answer.data.find((one) => one.segment === id.segment && one.partner === id.territory);
  if (row === undefined) return null;
  const scope = await territoryScope(workspace, given(options), known);
  const { flow, period, reExports, system } = scope.options;
  const segment = system.segments.find((one) => one.id === id.segment);
  const whole: RowsQuestion = {
    flow,
    period,
    reExports,
    regions: scope.regions,
    codes: segment === undefined ? null : codesOf(scope.lists(segment, 'chosen'), scope.editions),
  };
  const name = (partner: TwoLanguages | null): TwoLanguages => ({
    ru: [scope.territory.name.ru, row.segmentName.ru, partner?.ru ?? 'все страны', id.period].join(', '),
    en: [scope.territory.name.en, row.segmentName.en, partner?.en ?? 'all partners', id.period].join(', '),
  });
  const operand = (symbol: string, rows: RowsQuestion, definition: TwoLanguages): OperandQuestion => ({
    symbol,
    bound: 'chosen',
    definition,
    rows,
  });
  const mine = operand('X_d', { ...whole, partner: row.partner }, name(row.partnerName));
  if (id.field === null || id.field === 'valueUsd')
    return {
      title: name(row.partnerName),
      unit: usd,
      value: row.valueUsd,
      reason: null,
      formula: '{0}',
      operands: [mine],
      compute: ([value]) => value ?? 0,
    };
  if (id.field !== 'share') return null;
  return {
    title: name(row.partnerName),
    unit: share,
    value: row.share,
    reason: row.share === null ? 'denominator-zero' : null,
    formula: '{0} / {1}',
    operands: [mine, operand('X', whole, name(null))],
    compute: ([value, all]) => quotient(value, all),
  };
}
