import type { MeasureAnswer } from '../../api/measureAnswer.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import type { TradeColumns } from '../../domain/measures/tradeColumns.ts';
import type { MeasuredColumns } from './columnsOfWorkspace.ts';
import { measure } from './measure.ts';
import { withReference } from './withReference.ts';

/** A measure against a reference from elsewhere, which stands in the table as one region. */
export interface AnswerAgainst {
  readonly answer: MeasureAnswer;
  /** The table with the reference in it, and the options that name it: what draws are made of. */
  readonly columns: TradeColumns;
  readonly options: MeasureOptions;
}

/** `named`: what the manifest calls the reference. */
export function measureAgainst(
  definition: MeasureDefinition,
  chosen: MeasureOptions,
  given: MeasuredColumns,
  reference: MeasuredColumns,
  named: 'referenceFile' | 'world',
): AnswerAgainst {
  const both = withReference(given.columns, reference.columns);
  const options = { ...chosen, reference: both.reference };
  const answer = measure(definition, both.columns, options, {
    findings: [...given.findings, ...reference.findings],
    manifest: { ...given.manifest, [named]: reference.manifest },
  });
  return { answer, columns: both.columns, options };
}
