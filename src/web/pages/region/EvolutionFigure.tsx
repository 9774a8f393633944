import type { Path, Trajectory } from '../../../api/trajectory.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { stackedArea } from '../../../charts/stackedArea.ts';
import type { TimeBreak } from '../../../charts/timeAxis.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { ValueOrShare } from '../../components/ValueOrShare.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';

interface YearRow {
  readonly year: number;
  readonly values: readonly (number | null)[];
  readonly ids: readonly string[];
}

/** High-technology exports by segment over the years, as values or as parts. */
export function EvolutionFigure({ answer, asked }: { readonly answer: Trajectory; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const paths = bySize(answer.data);
  const rows = yearRows(paths);
  const share = query.evolution === 'share';
  const known = rows.filter((row) => row.values.some((value) => value !== null));
  if (known.length < 2) {
    return (
      <NotDrawn
        why={t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })}
      />
    );
  }
  const years = span(known);
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((all, one) => all + (one ?? 0), 0);
  const last = known.at(-1);
  const total = sum(last?.values ?? []);
  const unit = total >= 1e6 ? 1e6 : 1e3;
  const unitName = unit === 1e6 ? t({ ru: 'млн долл.', en: '$ m' }) : t({ ru: 'тыс. долл.', en: '$ k' });
  const growth = sum(known[0]?.values ?? []);
  const main = paths[0];
  return (
    <Figure
      id="evolution"
      title={
        growth > 0
          ? t({
              ru: `${total >= growth ? 'Вывоз вырос' : 'Вывоз сократился'} с ${moneyText(growth, language)} до ${moneyText(total, language)}`,
              en: `Exports ${total >= growth ? 'rose' : 'fell'} from ${moneyText(growth, language)} to ${moneyText(total, language)}`,
            })
          : t({
              ru: `Вывоз достиг ${moneyText(total, language)}`,
              en: `Exports reached ${moneyText(total, language)}`,
            })
      }
      subtitle={t({
        ru: `Высокотехнологичный вывоз по сегментам, ${share ? 'доли' : `${unitName} в текущих ценах`}, ${years[0]}–${years.at(-1)}`,
        en: `High-technology exports by segment, ${share ? 'shares' : `${unitName}, current prices`}, ${years[0]}–${years.at(-1)}`,
      })}
      tools={<ValueOrShare name="evolution" share={share} />}
      draw={(width) =>
        stackedArea(
          years,
          paths.map((path) => {
            const look = segmentLook(path.segment, path.segmentName);
            return {
              id: path.segment,
              name: look.short[language],
              colour: look.colour,
              values: years.map(
                (year) => path.points.find((point) => point.year === year)?.segmentValueUsd ?? null,
              ),
            };
          }),
          {
            width,
            share,
            title: t({ ru: 'Вывоз по сегментам и годам', en: 'Exports by segment and year' }),
            breaks: breaksOf(main, years, language),
            valueText: (value) =>
              value === 0
                ? noValueMark('no-exports', language)
                : share
                  ? percentText(total === 0 ? 0 : value / total, language, 0)
                  : formatNumber(value / unit, 1, language),
            tickText: (value) =>
              share
                ? percentText(value, language, 0)
                : formatNumber(value / unit, value / unit < 1 && value > 0 ? 1 : 0, language),
            totalText: formatNumber(total / unit, 1, language),
          },
        )
      }
      table={<EvolutionTable rows={rows} paths={paths} />}
      asked={asked}
      notes={breakNotes(answer.data, language)}
    />
  );
}

function bySize(paths: readonly Path[]): readonly Path[] {
  const lastOf = (path: Path) => path.points.at(-1)?.segmentValueUsd ?? 0;
  return [...paths].sort((a, b) => lastOf(b) - lastOf(a));
}

function yearRows(paths: readonly Path[]): readonly YearRow[] {
  const years = [...new Set(paths.flatMap((path) => path.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  return years.map((year) => {
    const points = paths.map((path) => path.points.find((point) => point.year === year));
    return {
      year,
      values: points.map((point) => point?.segmentValueUsd ?? null),
      ids: points.map((point) => (point === undefined ? '' : `${point.id}/segmentValueUsd`)),
    };
  });
}

/** Every year from the first with data to the last, so that a year without data is a gap. */
function span(rows: readonly YearRow[]): readonly number[] {
  const [first, last] = [rows[0]?.year ?? 0, rows.at(-1)?.year ?? 0];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** Editions that begin within the years, to be drawn. */
export function breaksOf(
  path: Path | undefined,
  years: readonly number[],
  language: 'ru' | 'en',
): readonly TimeBreak[] {
  return (path?.breaks ?? [])
    .filter((one) => one.kind === 'edition' && years.includes(one.year))
    .map((one) => {
      const edition = path?.points.find((point) => point.year === one.year)?.editions.at(-1) ?? '';
      return { year: one.year, text: edition.replace('HS', language === 'ru' ? 'ГС ' : 'HS ') };
    });
}

/** What the breaks say, each once. */
export function breakNotes(paths: readonly Path[], language: 'ru' | 'en'): readonly string[] {
  const texts = [...new Set(paths.flatMap((path) => path.breaks.map((one) => one.message[language])))];
  if (texts.length === 0) return [];
  return [`${language === 'ru' ? 'Разрывы ряда' : 'Breaks'}: ${texts.slice(0, 8).join('; ')}.`];
}

function EvolutionTable({
  rows,
  paths,
}: {
  readonly rows: readonly YearRow[];
  readonly paths: readonly Path[];
}) {
  const { t, language } = useLanguage();
  const columns: readonly Column<YearRow>[] = [
    { key: 'year', head: t({ ru: 'Год', en: 'Year' }), text: true, cell: (row) => String(row.year) },
    ...paths.map(
      (path, place): Column<YearRow> => ({
        key: path.segment,
        head: `${segmentLook(path.segment, path.segmentName).short[language]}, ${t({ ru: 'тыс. долл.', en: '$ k' })}`,
        cell: (row) => {
          const value = row.values[place] ?? null;
          return value === null ? '…' : formatNumber(value / 1e3, 1, language);
        },
        figure: (row) => (row.values[place] == null ? undefined : row.ids[place]),
      }),
    ),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => String(row.year)} />;
}
