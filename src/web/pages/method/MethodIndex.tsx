import type { MeasureDescription, Measures } from '../../../api/measureQuestion.ts';
import { noValueMark, noValueName } from '../../../charts/noValue.ts';
import { matchWords, searchWords } from '../../../domain/matchWords.ts';
import { useAnswer } from '../../answers.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { inWordsOfDashboard } from '../../inWordsOfDashboard.ts';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { SegmentLists } from './SegmentLists.tsx';
import { terms } from './terms.ts';

const kinds = ['no-exports', 'not-published', 'confidential', 'undefined'] as const;

/** All measures by family, words, marks and lists; one field narrows them all. */
export function MethodIndex() {
  const { t, language } = useLanguage();
  const place = usePlace();
  const answered = useAnswer<Measures>({ question: 'measures', options: {} });
  const text = place.query.q ?? '';
  const words = searchWords(text);
  const title = t({ ru: 'Метод', en: 'Method' });
  const fits = (...names: readonly string[]) =>
    words.length === 0 || names.some((name) => matchWords(words, searchWords(name)) > 0);
  const shownTerms = terms.filter((one) => fits(one.name.ru, one.name.en, one.meaning[language]));
  return (
    <>
      <PageHead
        title={title}
        lead={t({
          ru: 'Каждое число этих страниц — одна из мер реестра. Здесь — чем она измеряет, по какой формуле, где не определена и с какими программами сходится.',
          en: 'Each number of these pages is a measure of the registry. Here is what it measures, by which formula, where it is undefined and which software agrees.',
        })}
      >
        <label className="field">
          <span>{t({ ru: 'Искать меру или слово', en: 'Find a measure or a word' })}</span>
          <input
            type="search"
            value={text}
            onChange={(event) =>
              choose({ q: event.target.value === '' ? null : event.target.value }, 'replace')
            }
          />
        </label>
      </PageHead>
      <Await answered={answered} height={600}>
        {(answer) => {
          const shown = answer.data.filter((one) =>
            fits(one.name.ru, one.name.en, one.id, one.meaning.ru, one.meaning.en, one.source),
          );
          const reasons = answer.manifest.reasons.filter((one) => fits(one.id, one.meaning[language]));
          return (
            <>
              {shown.length + shownTerms.length + reasons.length > 0 ? null : (
                <div className="sec">
                  <NotDrawn why={t({ ru: 'Ничего не найдено.', en: 'Nothing found.' })}>
                    <button type="button" className="lk" onClick={() => choose({ q: null })}>
                      {t({ ru: 'Снять отбор', en: 'Clear the field' })}
                    </button>
                  </NotDrawn>
                </div>
              )}
              <Families measures={shown} />
              {shownTerms.length === 0 ? null : (
                <section className="sec row" id="words">
                  <div className="c4">
                    <h2>{t({ ru: 'Слова', en: 'Words' })}</h2>
                  </div>
                  <dl className="c8 terms">
                    {shownTerms.map((one) => (
                      <div key={one.name.en}>
                        <dt>{t(one.name)}</dt>
                        <dd>{inWordsOfDashboard(t(one.meaning), language)}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )}
              {reasons.length === 0 ? null : (
                <section className="sec row" id="reasons">
                  <div className="c4">
                    <h2>{t({ ru: 'Почему нет значения', en: 'Why a value is missing' })}</h2>
                    <p className="say">
                      {t({
                        ru: 'Ноль, не опубликовано, скрыто и не определено — четыре разные вещи; у каждой свой знак.',
                        en: 'Zero, not published, confidential and undefined are four different things, each with a mark of its own.',
                      })}
                    </p>
                    <ul className="plain marks">
                      {kinds.map((kind) => (
                        <li key={kind}>
                          <b>{noValueMark(kind, language)}</b> {noValueName(kind, language)}
                        </li>
                      ))}
                    </ul>
                  </div>
                  <dl className="c8 terms">
                    {reasons.map((one) => (
                      <div key={one.id}>
                        <dt>
                          <samp>{one.id}</samp>
                        </dt>
                        <dd>{t(one.meaning)}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )}
              {words.length > 0 ? null : <SegmentLists />}
            </>
          );
        }}
      </Await>
    </>
  );
}

function Families({ measures }: { readonly measures: readonly MeasureDescription[] }) {
  const { t, language } = useLanguage();
  const families = [...new Set(measures.map((one) => one.family))];
  return families.map((family) => {
    const own = measures
      .filter((one) => one.family === family)
      .sort((a, b) => a.name[language].localeCompare(b.name[language], language));
    return (
      <section className="sec row" key={family} id={family}>
        <div className="c4">
          <h2>{own[0] === undefined ? family : t(own[0].familyName)}</h2>
          <p className="note">{t({ ru: `мер: ${own.length}`, en: `${own.length} measures` })}</p>
        </div>
        <ul className="c8 plain measures">
          {own.map((one) => (
            <li key={one.id}>
              <a href={addressOf('method', one.id)}>{one.name[language]}</a>
              <span>{one.meaning[language]}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
