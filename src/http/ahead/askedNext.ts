import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import { yearBefore } from '../../domain/yearBefore.ts';
import type { Question } from '../question.ts';
import { diversifyQuestion } from '../questions/diversifyQuestion.ts';
import { opportunitiesQuestion } from '../questions/opportunitiesQuestion.ts';
import { productSpaceQuestion } from '../questions/productSpaceQuestion.ts';
import { scorecardQuestion } from '../questions/scorecardQuestion.ts';
import type { Query } from '../registerQuestions.ts';
import type { FirstAsked } from './firstOfOverview.ts';

/**
 * What the pages that a reader can go to from here ask: after a year of all regions that of its indicators and products,
 * after the path of a region the questions of its other pages, with the reader's choice of lists.
 */
export function askedNext(
  question: Question,
  query: Query,
  summary: WorkspaceSummary['data'],
): readonly FirstAsked[] {
  if ((query.flow ?? 'export') !== 'export') return [];
  return pagesFrom(question, query, summary).map((one) => ({
    ...one,
    // The sums behind indicators serve every region and year.
    aside: one.question !== scorecardQuestion,
  }));
}

function pagesFrom(
  question: Question,
  query: Query,
  summary: WorkspaceSummary['data'],
): readonly FirstAsked[] {
  const regions = summary.territories.filter((one) => one.kind === 'region' && one.to === null);
  if (question.id === 'assess') {
    const [region] = regions;
    const year = wholeYear(query.period, summary);
    return region === undefined || year === null ? [] : ofYear(region.id, year, query);
  }
  if (question.id === 'trajectory') {
    const region = regions.find((one) => one.id === query.territories);
    const year = wholeYear(query.to, summary);
    return region === undefined || year === null ? [] : ofRegion(region.id, year, query, summary);
  }
  return [];
}

/** Each region takes its own of what is computed for all of them. */
function ofYear(region: string, year: number, query: Query): readonly FirstAsked[] {
  return [
    { question: scorecardQuestion, query: { ...indicatorLists(query), year: String(year) } },
    { question: opportunitiesQuestion, query: { ...lists(query), territory: region, year: String(year) } },
    { question: productSpaceQuestion, query: { ...lists(query), year: String(year) } },
  ];
}

function ofRegion(
  region: string,
  year: number,
  query: Query,
  { coverage }: WorkspaceSummary['data'],
): readonly FirstAsked[] {
  const years = coverage.filter((one) => one.flow === 'export').map((one) => one.year);
  const from = yearBefore(years, year);
  const [indicators, ...products] = ofYear(region, year, query);
  const by = { by: String(year + 5), region };
  const span = { digits: '4', by: 'product', territory: region, from: String(from), to: String(year) };
  return [
    ...(indicators === undefined
      ? []
      : [{ ...indicators, query: { ...indicators.query, ...by } }, indicators]),
    ...(from === null ? [] : [{ question: diversifyQuestion, query: { ...lists(query), ...span } }]),
    ...products,
  ];
}

function wholeYear(given: Query[string], { coverage }: WorkspaceSummary['data']): number | null {
  return (
    coverage.find((one) => one.flow === 'export' && one.whole && String(one.year) === given)?.year ?? null
  );
}

function lists(query: Query): Readonly<Record<string, string>> {
  return chosen(query, ['segments', 'revision', 'alignment', 'reExports']);
}

/** Indicators know two systems of segments, four where none is chosen. */
function indicatorLists(query: Query): Readonly<Record<string, string>> {
  return chosen(query, query.segments === 'nine' ? ['segments', 'reExports'] : ['reExports']);
}

function chosen(query: Query, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
