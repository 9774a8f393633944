import { useContext } from 'react';
import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import type { MapAnswer } from '../../../api/map.ts';
import { choropleth } from '../../../charts/choropleth.ts';
import { indexStrips } from '../../../charts/indexStrips.ts';
import { sequentialBreaks } from '../../../charts/scales.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { tileMap } from '../../../charts/tileMap.ts';
import { worldMap } from '../../../charts/worldMap.ts';
import { worldReporter } from '../../../domain/territory.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { mapFinding } from '../../../narrative/overviewSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { outlinesNote, useWorldShapes } from '../../useWorldShapes.ts';
import { WorkspaceContext } from '../../workspace.ts';
import {
  areasOf,
  countriesOf,
  fields,
  type Measure,
  mapNotes,
  measureNames,
  regionLook,
  tilesOf,
  valueText,
} from './mapLooks.ts';
import { RegionTable } from './RegionTable.tsx';

export function RegionsSection({
  assessment,
  asked,
  period,
}: {
  readonly assessment: Assessment;
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const names = measureNames(words);
  const { query } = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const now = assessment.data.filter((row) => row.period === period);
  const { member, whole } = levelsOf(now);
  const segments = now.filter((row) => row.level === whole);
  const chosen =
    segments.find((row) => row.segment === query.segment) ??
    bestSegment(
      now.filter((row) => row.level === member),
      segments,
    );
  if (chosen === undefined) return null;
  const measure: Measure =
    query.measure !== undefined && query.measure in fields ? (query.measure as Measure) : 'index';
  const rows = now.filter((row) => row.segment === chosen.segment && row.level === member);
  const columns = workspace.territories.map((one) => one.tile?.column ?? -1);
  const hasTiles = columns.some((column) => column >= 0);
  const ofWorld = workspace.country === worldReporter;
  const shapes = useWorldShapes(ofWorld);
  const map = useAnswer<MapAnswer>(workspace.hasMap ? { question: 'map', options: {} } : null);
  const drawn = map.state === 'here' ? map.answer : null;
  const onMap = workspace.hasMap && (query.view === 'map' || !hasTiles);
  const isWide = onMap || ofWorld || Math.max(...columns) > 8;
  const nameOf = (id: string) => workspace.territories.find((one) => one.id === id)?.name[language] ?? id;
  const look = (row: AssessmentRow | undefined) => regionLook(row, measure, breaks, language);
  const breaks = sequentialBreaks(rows.map((row) => row[fields[measure]] ?? 0));
  const options = (width: number) => ({
    width,
    language,
    title: finding,
    scale:
      measure === 'index'
        ? {
            name: t({ ru: 'Индекс T, логарифмическая шкала', en: 'Index T, logarithmic scale' }),
            scale: 'div' as const,
            borders: ['⅛', '¼', '½', '1', '2', '4', '8'],
          }
        : {
            name: names[measure][language],
            scale: 'seq' as const,
            borders: breaks.map((one) => valueText(one, measure, language, true)),
          },
  });
  const segmentName = chosen.segmentName[language];
  const finding = mapFinding(rows, language, words);
  const draw = ofWorld
    ? (width: number) =>
        shapes === null ? '' : worldMap(shapes, countriesOf(rows, look, language), options(width))
    : onMap
      ? drawn === null
        ? undefined
        : (width: number) => choropleth(areasOf(drawn, rows, look, nameOf), drawn.manifest, options(width))
      : hasTiles
        ? (width: number) => tileMap(tilesOf(workspace.territories, rows, look, language), options(width))
        : undefined;
  const subtitle = t({
    ru: `${names[measure].ru}, сегмент «${segmentName}», ${period}${measure === 'index' ? `; ${words.ru.whole} = 1` : ''}`,
    en: `${names[measure].en}, ${segmentName}, ${period}${measure === 'index' ? `; ${words.en.whole} = 1` : ''}`,
  });
  const strips = segments.map((segment) => {
    const look = segmentLook(segment.segment, segment.segmentName);
    return {
      id: segment.segment,
      name: look.short[language],
      colour: look.colour,
      points: now
        .filter(
          (row) => row.level === member && row.segment === segment.segment && (row.trajectoryIndex ?? 0) > 0,
        )
        .map((row) => ({
          id: row.territory,
          name: row.territoryName[language],
          index: row.trajectoryIndex ?? 0,
          href: addressOf('region', row.territory),
        })),
    };
  });
  const counts = strips.map((strip) => strip.points.filter((point) => point.index >= 1).length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return (
    <section className="sec row">
      <div className={isWide ? 'c8' : 'c5'}>
        <Figure
          id="regions"
          title={finding}
          subtitle={subtitle}
          tools={
            <div>
              <Tabs
                name="segment"
                label={t({ ru: 'Сегмент', en: 'Segment' })}
                value={chosen.segment}
                choices={segments.map((row) => ({
                  id: row.segment,
                  text: segmentLook(row.segment, row.segmentName).short[language],
                }))}
              />
              <br />
              <Tabs
                name="measure"
                label={t({ ru: 'Мера', en: 'Measure' })}
                value={measure}
                choices={Object.entries(names).map(([id, name]) => ({ id, text: name[language] }))}
              />
              {workspace.hasMap && hasTiles ? (
                <>
                  <br />
                  <Tabs
                    name="view"
                    label={t({ ru: 'Вид', en: 'View' })}
                    value={onMap ? 'map' : 'grid'}
                    choices={[
                      { id: 'grid', text: t({ ru: 'Сетка', en: 'Grid' }) },
                      { id: 'map', text: t({ ru: 'Карта', en: 'Map' }) },
                    ]}
                  />
                </>
              ) : null}
            </div>
          }
          {...(draw === undefined ? {} : { draw })}
          table={<RegionTable rows={rows} />}
          asked={{
            ...asked,
            options: { ...asked.options, 'filter.segment': chosen.segment, 'filter.level': member },
          }}
          notes={[
            ...(ofWorld
              ? [t(outlinesNote)]
              : [
                  ...(onMap ? mapNotes(map, language) : hasTiles ? [t(tileNote)] : []),
                  t({
                    ru: 'Регион — место регистрации участника торговли, а не завода.',
                    en: 'A region is where the trader is registered, not where the plant stands.',
                  }),
                ]),
          ]}
          figure={rows[0] === undefined ? undefined : `${rows[0].id}/${fields[measure]}`}
        />
      </div>
      <div className={isWide ? 'c4' : 'c7'}>
        <Figure
          id="strips"
          title={t({
            ru: `Единицу превышают ${least === most ? least : `от ${least} до ${most}`} ${words.ru.ofMembers} из ${rows.length}`,
            en: `${least === most ? least : `${least} to ${most}`} of ${rows.length} ${words.en.members} stand above one`,
          })}
          subtitle={t({
            ru: `Индекс T по ${words.ru.toMembers}, логарифмическая шкала; закрашены точки с T ≥ 1`,
            en: `Index T by ${words.en.member}, logarithmic axis; filled dots have T ≥ 1`,
          })}
          draw={(width) =>
            indexStrips(strips, {
              width,
              language,
              title: t({
                ru: `Индекс T по ${words.ru.toMembers} и сегментам`,
                en: `Index T by ${words.en.member} and segment`,
              }),
            })
          }
          table={<RegionTable rows={now.filter((row) => row.level === member)} withSegment />}
          asked={{ ...asked, options: { ...asked.options, 'filter.level': member } }}
          notes={[
            t({
              ru: `${capital(words.ru.members)} без вывоза сегмента не показаны.`,
              en: `${capital(words.en.members)} without exports of the segment are not shown.`,
            }),
          ]}
        />
      </div>
    </section>
  );
}

const tileNote = {
  ru: 'Одна плитка — регион, площадь не передаётся.',
  en: 'A tile is a region; its area says nothing.',
};

/** The segment in which most regions stand out. */
function bestSegment(
  now: readonly AssessmentRow[],
  segments: readonly AssessmentRow[],
): AssessmentRow | undefined {
  const above = (segment: string) =>
    now.filter((row) => row.segment === segment && (row.trajectoryIndex ?? 0) >= 1).length;
  const named = segments.filter((row) => row.segment !== 'other');
  return [...(named.length > 0 ? named : segments)].sort((a, b) => above(b.segment) - above(a.segment))[0];
}
