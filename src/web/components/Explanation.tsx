import { useEffect, useRef, useState } from 'react';
import type { Explanation as ExplanationAnswer } from '../../api/explanation.ts';
import { figureName } from '../../domain/figureName.ts';
import { formatNumber } from '../../domain/formatNumber.ts';
import { indexText, moneyText, percentText } from '../../domain/quantityText.ts';
import type { LevelWords } from '../../narrative/levelWords.ts';
import { type Asked, useAnswer } from '../answers.ts';
import { commandOf } from '../copies.ts';
import { useLanguage } from '../language.ts';
import { choose } from '../place.ts';
import { useWords } from '../useWords.ts';
import { Waiting } from './States.tsx';

const t = {
  title: { ru: 'Как получено это число?', en: 'How does this number come about?' },
  close: { ru: 'Закрыть', en: 'Close' },
  formula: { ru: 'Формула', en: 'Formula' },
  operands: { ru: 'Слагаемые', en: 'Operands' },
  what: { ru: 'Что', en: 'What' },
  value: { ru: 'Значение, долл.', en: 'Value, USD' },
  rows: { ru: 'Строки', en: 'Rows' },
  related: { ru: 'Связанные величины', en: 'Related figures' },
  settings: { ru: 'Настройки', en: 'Settings' },
  repeat: { ru: 'Повторить', en: 'Repeat' },
  agrees: {
    ru: 'Пересчёт по строкам источника сходится.',
    en: 'Computed anew from the rows of the source, it agrees.',
  },
  differs: {
    ru: 'Пересчёт по строкам источника НЕ сходится.',
    en: 'Computed anew from the rows of the source, it does NOT agree.',
  },
  largest: { ru: 'Крупнейшие строки', en: 'Largest rows' },
  row: { ru: 'строка', en: 'row' },
};

/** The figure asked about, down to its rows; Escape closes it and the focus goes back. */
export function Explanation({ figure }: { readonly figure: string }) {
  const { t: say, language } = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const answered = useAnswer<ExplanationAnswer>({
    question: 'explain',
    options: { figure, language, rows: 20 },
  });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const from = document.activeElement as HTMLElement | null;
    button.current?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') choose({ ask: null });
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      from?.focus?.();
    };
  }, []);
  // A link opened anew may ask before the page has had its run computed: then it is asked again.
  const early = answered.state === 'refused' && answered.error.code === 'run-missing' && attempt < 20;
  useEffect(() => {
    if (!early || answered.state !== 'refused') return;
    const timer = setTimeout(() => {
      setAttempt((one) => one + 1);
      answered.retry();
    }, 500);
    return () => clearTimeout(timer);
  }, [early, answered]);
  return (
    <aside className="drawer" aria-labelledby="drawer-title">
      <div className="drawer-head">
        <h2 id="drawer-title">{say(t.title)}</h2>
        <button type="button" className="btn" ref={button} onClick={() => choose({ ask: null })}>
          {say(t.close)} <kbd className="kbd">Esc</kbd>
        </button>
      </div>
      {answered.state === 'here' ? (
        <Explained answer={answered.answer} figure={figure} />
      ) : answered.state === 'waiting' || early ? (
        <Waiting />
      ) : (
        <p className="note" role="alert">
          {say(answered.error.message)}
        </p>
      )}
    </aside>
  );
}

/** What is known of the figure. */
function Explained({ answer, figure: id }: { readonly answer: ExplanationAnswer; readonly figure: string }) {
  const { t: say, language } = useLanguage();
  const words = useWords();
  const { data } = answer;
  const field = id.split('/').at(-1) ?? '';
  const shown =
    data.value === null
      ? (data.text ?? say({ ru: 'н/о', en: 'n/d' }))
      : data.unit.en === 'US dollars'
        ? moneyText(data.value, language)
        : data.unit.en.startsWith('share')
          ? percentText(data.value, language, 2)
          : /index/i.test(field)
            ? indexText(data.value, language)
            : formatNumber(data.value, Number.isInteger(data.value) ? 0 : 4, language);
  const lines = data.substituted.split('\n').filter((line) => line !== '');
  return (
    <>
      <p className="drawer-value">
        <span>{shown}</span>
        <small>
          {say(figureName(field))}. {say(data.title).replace(/^[A-Za-z]+: /, '')}
        </small>
      </p>
      {data.reason === null ? null : (
        <p className="note">
          {say({ ru: 'Почему нет значения', en: 'Why there is no value' })}: {data.reason}
        </p>
      )}
      <h3>{say(t.formula)}</h3>
      <p className="formula">{data.formula}</p>
      {lines.map((line) => (
        <p key={line} className="formula">
          = {line}
        </p>
      ))}
      {data.recomputed === null ? null : <p className="note">{say(data.agrees ? t.agrees : t.differs)}</p>}
      {data.operands.length === 0 ? null : (
        <>
          <h3>{say(t.operands)}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col" className="l">
                  {say(t.what)}
                </th>
                <th scope="col">{say(t.value)}</th>
                <th scope="col">{say(t.rows)}</th>
              </tr>
            </thead>
            <tbody>
              {data.operands.map((one) => (
                <tr key={`${one.symbol} ${one.bound}`}>
                  <td className="l">
                    <i>{one.symbol}</i>
                    {one.bound === 'chosen' ? '' : ` (${one.bound})`} {say(one.definition)}
                  </td>
                  <td>{formatNumber(one.valueUsd, 0, language)}</td>
                  <td>{formatNumber(one.rowCount, 0, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.operands.slice(0, 1).map((one) => (
            <details key={one.symbol}>
              <summary>
                {say(t.largest)}: {one.symbol}
              </summary>
              <table>
                <tbody>
                  {one.rows.map((row) => (
                    <tr key={`${row.vintage} ${row.row} ${row.column ?? ''} ${row.line}`}>
                      <td className="l">
                        {row.file}, {say(t.row)} {formatNumber(row.row, 0, language)}
                        {row.column === null ? '' : `, ${row.column}`}
                      </td>
                      <td className="l">
                        {row.line} {row.partner}
                      </td>
                      <td>
                        {formatNumber(row.value, 0, language)} {row.currency}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          ))}
        </>
      )}
      {data.related.length === 0 ? null : (
        <>
          <h3>{say(t.related)}</h3>
          <ul className="plain">
            {data.related.slice(0, 20).map((one) => (
              <li key={one.id}>
                <button type="button" className="lk" onClick={() => choose({ ask: one.id })}>
                  {one.note === null ? say(figureName(one.id.split('/').at(-1) ?? '')) : say(one.note)}
                </button>{' '}
                {one.value === null ? '' : formatNumber(one.value, 3, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say(t.settings)}</h3>
      <p className="note">{settingsText(data.definitions, language, words)}</p>
      <h3>{say(t.repeat)}</h3>
      <code>{commandOfRun(answer, language)}</code>
      <code>trajecta explain {id}</code>
      <p className="note">
        {say({ ru: 'Отпечаток расчёта', en: 'Run' })} {answer.manifest.run}
      </p>
    </>
  );
}

/** The command that makes the run of a figure. */
function commandOfRun(answer: ExplanationAnswer, language: 'ru' | 'en'): string {
  const { command, options } = answer.manifest as { command?: string; options?: Asked['options'] };
  return commandOf({ question: command ?? 'assess', options: options ?? {} }, language);
}

function settingsText(
  definitions: Readonly<Record<string, unknown>>,
  language: 'ru' | 'en',
  words: LevelWords,
): string {
  const { system, rule, revision, alignment, base, reference, reExports, withoutSelf } = definitions as {
    system?: { name: Record<'ru' | 'en', string> };
    rule?: { name: Record<'ru' | 'en', string> };
    revision?: number;
    alignment?: string;
    base?: string;
    reference?: string;
    reExports?: string;
    withoutSelf?: boolean;
  };
  const ru = language === 'ru';
  return [
    system?.name[language],
    revision === undefined ? undefined : ru ? `МСТК ред. ${revision}` : `SITC Rev.${revision}`,
    alignment === undefined ? undefined : `${ru ? 'соответствие' : 'alignment'}: ${alignment}`,
    base === undefined ? undefined : `${ru ? 'база' : 'base'}: ${base}`,
    reference === undefined
      ? undefined
      : `${ru ? 'эталон' : 'reference'}: ${reference}${withoutSelf === true ? (ru ? ` ${words.ru.withoutSelf}` : ` without the ${words.en.member}`) : ''}`,
    reExports === undefined
      ? undefined
      : `${ru ? 'реэкспорт' : 're-exports'}: ${reExports === 'include' ? (ru ? 'включён' : 'included') : ru ? 'исключён' : 'excluded'}`,
    rule?.name[language],
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
