import { measureAnswerSchema } from '../../api/measureAnswer.ts';
import { measureQuestionSchema } from '../../api/measureQuestion.ts';
import { measureOfWorkspace } from '../../assess/measures/measureOfWorkspace.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { findMeasure } from '../../domain/measures/registry.ts';
import { parsePeriod } from '../../domain/period.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { defineQuestion, given } from '../question.ts';

/** More rows than this are no answer by HTTP: all of them would be held as text at once. */
export const mostMeasureRows = 500_000;

export const measureQuestion = defineQuestion({
  id: 'measure',
  about: {
    ru: 'Любая мера реестра по рабочей области: RCA, ECI, плотность, HHI, Тейл, рост…',
    en: 'Any measure of the registry over the workspace: RCA, ECI, density, HHI, Theil, growth…',
  },
  options: measureQuestionSchema,
  answer: measureAnswerSchema,
  run: async (workspace, asked) => {
    const { measure: id, year, digits, reExports, level, union, ...options } = asked;
    const definition = findMeasure(id);
    const period = parsePeriod(year);
    if (definition === null || period === null) throw refused(`measure=${id}, year=${year}`);
    refuseTables(definition);
    const chosen = given(options) as MeasureOptions;
    const grouping =
      level === undefined && union === undefined
        ? null
        : { level: level ?? 'union', unions: union ?? [], own: [] };
    return measureOfWorkspace(
      workspace,
      definition,
      { period, digits: digits ?? 6, reExports: reExports ?? 'exclude', grouping },
      chosen,
      mostMeasureRows,
    );
  },
});

/** A measure that needs a table of its own is computed on the command line: by HTTP no file is named. */
function refuseTables({ id, requires }: MeasureDefinition): void {
  if (requires.length === 0) return;
  const names = requires.join(', ');
  throw new TrajectaError('bad-option', {
    ru: `measure=${id}: мере нужна своя таблица (${names}); файлы — только в командной строке: trajecta measure ${id} --help.`,
    en: `measure=${id}: the measure needs a table of its own (${names}); files only on the command line: trajecta measure ${id} --help.`,
  });
}

function refused(what: string): TrajectaError {
  return new TrajectaError('bad-option', {
    ru: `${what}: нет такой меры или такого периода.`,
    en: `${what}: there is no such measure or period.`,
  });
}
