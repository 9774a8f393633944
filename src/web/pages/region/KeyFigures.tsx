import type { AssessmentRow } from '../../../api/assessment.ts';
import type { Trajectory } from '../../../api/trajectory.ts';
import { sparkline } from '../../../charts/sparkline.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { Asked } from '../../components/Say.tsx';
import { Spark } from '../../components/Spark.tsx';
import { useLanguage } from '../../language.ts';
import { useWords } from '../../useWords.ts';

/** Five figures of a territory with their places among the regions and their paths. */
export function KeyFigures({
  rows,
  all,
  period,
  paths,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly all: readonly AssessmentRow[];
  readonly period: string;
  readonly paths: Trajectory | null;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const first = rows[0];
  if (first === undefined) return null;
  const now = all.filter((row) => row.period === period);
  const country = now.filter((row) => row.level === 'country');
  const isRegion = first.level === 'region';
  const regions = new Map<string, AssessmentRow[]>();
  for (const row of now)
    if (row.level === 'region') regions.set(row.territory, [...(regions.get(row.territory) ?? []), row]);
  const highTechOf = (of: readonly AssessmentRow[]) =>
    of.reduce((sum, row) => sum + (row.segmentValueUsd ?? 0), 0);
  const shareOf = (of: readonly AssessmentRow[]) => {
    const total = of[0]?.totalValueUsd ?? 0;
    return total === 0 ? 0 : highTechOf(of) / total;
  };
  const placeBy = (measure: (of: readonly AssessmentRow[]) => number) => {
    const mine = measure(rows);
    const place = 1 + [...regions.values()].filter((of) => measure(of) > mine).length;
    return isRegion
      ? t({ ru: `${place}-е место из ${regions.size}`, en: `rank ${place} of ${regions.size}` })
      : '';
  };
  const years = paths?.data[0]?.points.map((point) => point.year) ?? [];
  const pathOf = (pick: (year: number) => number | null) => years.map(pick);
  const pointsIn = (year: number) =>
    (paths?.data ?? []).flatMap((path) => path.points.filter((point) => point.year === year));
  const highTechIn = (year: number) => {
    const values = pointsIn(year).map((point) => point.segmentValueUsd);
    return values.length === 0 || values.includes(null)
      ? null
      : values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  };
  const highTech = highTechOf(rows);
  const countryHighTech = highTechOf(country);
  const judged = rows.filter((row) => row.segment !== 'other');
  const oriented = judged.filter((row) => row.verdict === 'yes').length;
  const hidden = rows.some((row) => row.segmentValueUsd === null);
  const figures = [
    {
      id: 'total',
      name: t({ ru: 'Весь вывоз', en: 'All exports' }),
      value:
        first.totalValueUsd === null ? t({ ru: 'к', en: 'c' }) : moneyText(first.totalValueUsd, language),
      figure: `${first.id}/totalValueUsd`,
      note: placeBy((of) => of[0]?.totalValueUsd ?? 0),
      path: pathOf((year) => pointsIn(year)[0]?.totalValueUsd ?? null),
    },
    {
      id: 'high-tech',
      name: t({ ru: 'Высокие технологии', en: 'High technology' }),
      value: hidden ? t({ ru: 'к', en: 'c' }) : moneyText(highTech, language),
      note: placeBy(highTechOf),
      path: pathOf(highTechIn),
    },
    {
      id: 'share',
      name: t({
        ru: `Их доля в вывозе${isRegion ? ` ${words.ru.ofMember}` : ''}`,
        en: isRegion ? `Share of the ${words.en.member}'s exports` : 'Its share of exports',
      }),
      value: hidden ? t({ ru: 'к', en: 'c' }) : percentText(shareOf(rows), language),
      note: t({
        ru: `${words.ru.byWhole} ${percentText(shareOf(country), language)}`,
        en: `${words.en.wholeName} ${percentText(shareOf(country), language)}`,
      }),
      path: pathOf((year) => {
        const [total, value] = [pointsIn(year)[0]?.totalValueUsd ?? null, highTechIn(year)];
        return total === null || total === 0 || value === null ? null : value / total;
      }),
    },
    {
      id: 'country',
      name: t({
        ru: `Доля в высоких технологиях ${words.ru.ofWhole}`,
        en: `Share of ${words.en.whole}'s high technology`,
      }),
      value:
        hidden || countryHighTech === 0
          ? t({ ru: 'н/о', en: 'n/d' })
          : percentText(highTech / countryHighTech, language),
      note: placeBy(highTechOf),
      path: [],
    },
    {
      id: 'oriented',
      name: t({ ru: 'Ориентация в сегментах', en: 'Oriented in segments' }),
      value: t({ ru: `${oriented} из ${judged.length}`, en: `${oriented} of ${judged.length}` }),
      note: judged
        .filter((row) => row.verdictNear || row.verdictFlips)
        .map(() => '±')
        .join('')
        ? t({ ru: 'есть выводы у порога', en: 'some verdicts are near the threshold' })
        : t({ ru: 'выводы не у порога', en: 'no verdict near its threshold' }),
      path: [],
    },
  ];
  return (
    <div className="keys">
      {figures.map((one) => (
        <div className="key" key={one.id}>
          <p className="sm">{one.name}</p>
          <p className="v">
            <Asked text={one.value} figure={one.figure} />
          </p>
          <p className="key-foot">
            <small>{one.note}</small>
            <Spark svg={sparkline(one.path, { title: `${one.name}, ${years[0]}–${years.at(-1)}` })} />
          </p>
        </div>
      ))}
    </div>
  );
}
