import { useContext } from 'react';
import type { MeasureDescription, Measures } from '../../../api/measureQuestion.ts';
import { useAnswer } from '../../answers.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { Formula } from './Formula.tsx';
import { MeasureHere } from './MeasureHere.tsx';

/** All that the registry knows of one measure, and its values over the workspace. */
export function MeasureProfile({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const answered = useAnswer<Measures>({ question: 'measures', options: {} });
  return (
    <Await answered={answered} height={600}>
      {(answer) => {
        const measure = answer.data.find((one) => one.id === id);
        return measure === undefined ? (
          <div className="head">
            <NotDrawn why={t({ ru: `Меры «${id}» в реестре нет.`, en: `There is no measure "${id}".` })}>
              <a href={addressOf('method', null)}>{t({ ru: 'Все меры', en: 'All measures' })}</a>
            </NotDrawn>
          </div>
        ) : (
          <Profile measure={measure} all={answer.data} />
        );
      }}
    </Await>
  );
}

function Profile({
  measure,
  all,
}: {
  readonly measure: MeasureDescription;
  readonly all: readonly MeasureDescription[];
}) {
  const { t, language } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const name = measure.name[language];
  usePageTitle(name);
  const facts: readonly (readonly [string, string])[] = [
    [t({ ru: 'Вид', en: 'Variant' }), t(measure.variant)],
    [t({ ru: 'Одно значение на', en: 'One value for each' }), measure.by],
    [t({ ru: 'Единица', en: 'Unit' }), t(measure.unit)],
    [t({ ru: 'Значения', en: 'Range' }), measure.range],
    [t({ ru: 'Где не определена', en: 'Where undefined' }), t(measure.edges)],
    [t({ ru: 'Нужные столбцы', en: 'Columns needed' }), [...measure.needs, 'value'].join(', ')],
    [t({ ru: 'Нужные таблицы', en: 'Tables needed' }), measure.requires.join(', ')],
    [t({ ru: 'Источник', en: 'Source' }), measure.source],
  ];
  const near = all.filter((one) => one.family === measure.family && one.id !== measure.id);
  return (
    <>
      <nav className="crumb" aria-label={t({ ru: 'Где вы', en: 'Where you are' })}>
        <a href={addressOf('method', null)}>{t({ ru: 'Метод', en: 'Method' })}</a> › {t(measure.familyName)} ›{' '}
        {name}
      </nav>
      <div className="row">
        <div className="c8">
          <h1>{name}</h1>
          <p className="say lead">{sentence(t(measure.meaning))}</p>
          <Formula mathMl={measure.mathMl} plain={measure.formula} />
        </div>
        <div className="c4 near d">
          <p className="note">{t({ ru: 'Рядом в реестре', en: 'Beside it in the registry' })}</p>
          <ul className="plain">
            {near.slice(0, 14).map((one) => (
              <li key={one.id}>
                <a href={addressOf('method', one.id)}>{one.name[language]}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <section className="sec row">
        <div className="c4">
          <h2>{t({ ru: 'Что это', en: 'What it is' })}</h2>
        </div>
        <dl className="c8 terms">
          {facts
            .filter(([, text]) => text !== '')
            .map(([head, text]) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section className="sec row">
        <div className="c4">
          <h2>{t({ ru: 'С чем сходится', en: 'What agrees' })}</h2>
        </div>
        <div className="c8">
          {measure.agrees.length === 0 ? (
            <p className="say">
              {t({
                ru: 'Ни одной программы с такой мерой в реестре не названо.',
                en: 'The registry names no software that has this measure.',
              })}
            </p>
          ) : (
            <DataTable
              className="agrees"
              rows={measure.agrees}
              rowKey={(row) => `${row.software} ${row.under}`}
              columns={[
                {
                  key: 'software',
                  head: t({ ru: 'Программа', en: 'Software' }),
                  text: true,
                  cell: (row) => row.software,
                },
                {
                  key: 'under',
                  head: t({ ru: 'При ключах', en: 'Under options' }),
                  text: true,
                  cell: (row) => (row.under === '' ? '–' : <samp>{row.under}</samp>),
                },
                {
                  key: 'digits',
                  head: t({ ru: 'Сошлось', en: 'Agreed' }),
                  text: true,
                  cell: (row) =>
                    row.digits === null
                      ? t({ ru: 'по исходному тексту, не по числам', en: 'by source code, not by numbers' })
                      : row.digits >= 15
                        ? t({ ru: 'полностью', en: 'equal' })
                        : t({ ru: `знаков: ${row.digits}`, en: `to ${row.digits} digits` }),
                },
              ]}
            />
          )}
        </div>
      </section>
      {workspace.country === '' ? null : <MeasureHere measure={measure} />}
      <section className="sec row">
        <div className="c4">
          <h2>{t({ ru: 'Ключи', en: 'Options' })}</h2>
          <p className="note">
            <code>trajecta measure {measure.id} --year 2019</code>
          </p>
        </div>
        <dl className="c8 terms">
          {measure.options.map((one) => (
            <div key={one.name}>
              <dt>
                <samp>{one.name}</samp>
              </dt>
              <dd>
                {t(one.meaning)}
                {one.choices === null ? '' : ` (${one.choices.join(' · ')})`}
                {one.usual === null ? '' : t({ ru: `; обычно ${one.usual}`, en: `; usually ${one.usual}` })}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
