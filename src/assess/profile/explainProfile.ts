import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation, Operand } from '../../api/explanation.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { FigureId } from '../trace/figureId.ts';
import { allRows, operandRows } from '../trace/operandRows.ts';
import { compositionFigure } from './compositionFigure.ts';
import { partnersFigure } from './partnersFigure.ts';
import { productFigure } from './productFigure.ts';
import type { ProfileFigure } from './profileFigure.ts';
import { unitValueFigure } from './unitValueFigure.ts';

type Finder = (
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
) => Promise<ProfileFigure | null>;

const finders: Readonly<Partial<Record<RunManifest['command'], Finder>>> = {
  composition: compositionFigure,
  partners: partnersFigure,
  product: productFigure,
  'unit-values': unitValueFigure,
};

/** Is the run one of a profile: composition, partners, product, unit values? */
export function isProfile(manifest: RunManifest): boolean {
  return Object.hasOwn(finders, manifest.command);
}

/** A figure of a profile down to its rows, and computed anew from them. */
export async function explainProfile(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: {
    readonly rows?: number;
    readonly language?: Language;
    readonly copyRows?: (sql: string) => Promise<void>;
  },
): Promise<Explanation> {
  const figure = await finders[manifest.command]?.(workspace, manifest, id);
  if (figure === null || figure === undefined) {
    const asked = [id.period, id.segment, id.territory, id.field].filter((part) => part !== null).join('/');
    throw new TrajectaError('bad-option', {
      ru: `Величины «${asked}» в расчёте ${id.run} нет. Номер строки — поле id ответа ${manifest.command}, за ним / и имя поля.`,
      en: `The run ${id.run} has no figure "${asked}". The id of a row is the field id of the answer of ${manifest.command}, then / and the name of a field.`,
    });
  }
  const operands: Operand[] = [];
  for (const one of figure.operands) operands.push(await operandRows(workspace, one, options.rows ?? 20));
  await options.copyRows?.(allRows(workspace, figure.operands));
  const language = options.language ?? 'en';
  const recomputed = figure.compute(operands.map((one) => one.valueUsd));
  const put = (text: (place: number) => string) =>
    figure.formula.replace(/\{(\d)\}/g, (_match, place: string) => text(Number(place)));
  const result =
    figure.value === null
      ? language === 'ru'
        ? 'не определено'
        : 'undefined'
      : formatNumber(figure.value, Math.abs(figure.value) >= 1000 ? 2 : 6, language);
  return {
    data: {
      id: [id.run, id.period, id.segment, id.territory, id.field].filter((part) => part !== null).join('/'),
      title: figure.title,
      value: figure.value,
      text: null,
      reason: figure.reason,
      unit: figure.unit,
      formula: put((place) => figure.operands[place]?.symbol ?? ''),
      substituted: [
        `${put((place) => formatNumber(operands[place]?.valueUsd ?? 0, 2, language))} = ${result}`,
        ...(figure.terms ?? []),
      ].join('\n'),
      operands,
      related: [],
      recomputed,
      agrees:
        figure.value === null || recomputed === null
          ? recomputed === null || figure.value === recomputed
          : Math.abs(figure.value - recomputed) <= 1e-9 * Math.max(1e-12, Math.abs(figure.value), 1e-3),
      definitions: manifest.definitions,
    },
    findings: [],
    manifest,
  };
}
