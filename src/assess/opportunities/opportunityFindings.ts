import type { ComplexitySource, Opportunity } from '../../api/opportunities.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import type { Scope } from '../diversify/scopeOf.ts';
import type { ResolvedOptions } from '../options.ts';
import type { StatusSum } from '../readSums.ts';

/** Below so many regions the order of products by complexity rests on few comparisons. */
const fewRegions = 20;

/** What a reader of opportunities must know: whose complexity it is, how far it can be trusted, what is not counted. */
export function opportunityFindings(input: {
  readonly workspace: WorkspaceReader;
  readonly resolved: ResolvedOptions;
  readonly statusSums: readonly StatusSum[];
  readonly edition: HsEdition;
  readonly digits: number;
  readonly complexity: ComplexitySource;
  readonly matched: number;
  readonly scope: Scope;
  readonly data: readonly Opportunity[];
}): readonly Finding[] {
  const { complexity, edition, digits, scope } = input;
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], ru: string, en: string) =>
    findings.push({ code, severity, message: { ru, en } });
  const number = (value: number | null, language: Language) =>
    value === null ? '–' : formatNumber(value, 3, language);
  const { regions, products, threshold, components, gap, reason, file } = complexity;
  if (complexity.source === 'table')
    add(
      'complexity-source',
      'info',
      `Сложность товаров — по таблице ${file}: есть у ${input.matched} из ${products} товаров.`,
      `Complexity of products is that of the table ${file}: ${input.matched} of ${products} products have it.`,
    );
  else if (reason === null)
    add(
      'complexity-source',
      (gap ?? 0) > 0.01 ? 'info' : 'warning',
      `Сложность товаров посчитана по вывозу территорий этих данных: их ${regions}, товаров ${products}, RCA от ${threshold}; частей графа ${components}, разрыв λ2 − λ3 ${number(gap, 'ru')}. Это порядок среди них, не из мировой таблицы.`,
      `Complexity of products is computed from the exports of the territories of this data: ${regions} of them, ${products} products, RCA from ${threshold}; parts of the graph: ${components}, gap λ2 − λ3 ${number(gap, 'en')}. It is an order among them, not that of a table of the world.`,
    );
  else
    add(
      'complexity-source',
      'warning',
      `Сложность товаров не определена (${reason}): территорий ${regions}, частей графа ${components}. Расстояние показано без неё.`,
      `Complexity of products is undefined (${reason}): ${regions} territories, parts of the graph: ${components}. Distance is shown without it.`,
    );
  if (regions < fewRegions)
    add(
      'few-regions',
      'caveat',
      `Территорий всего ${regions}: близость товаров и сложность опираются на мало сравнений, порядок близких значений случаен.`,
      `There are only ${regions} territories: proximity of products and complexity rest on few comparisons, and the order of near values is chance.`,
    );
  add(
    'depth',
    'info',
    `Товар — код ${edition} из ${digits} знаков; присутствие, близость и сложность считаются по всем товарам${scope.segment === null ? '' : `, показаны: ${scope.name.ru}`}.`,
    `A product is a code of ${edition} of ${digits} digits; presence, proximity and complexity are those of all goods${scope.segment === null ? '' : `, shown are: ${scope.name.en}`}.`,
  );
  const general = assessmentFindings({
    workspace: input.workspace,
    options: input.resolved,
    statusSums: input.statusSums,
    data: [],
    editions: [edition],
  }).filter((finding) => finding.code !== 'short-codes' || digits === 6);
  return [...findings, ...general];
}
