import { useContext } from 'react';
import type { Assessment } from '../../api/assessment.ts';
import { percentText } from '../../domain/quantityText.ts';
import { capital } from '../../narrative/levelWords.ts';
import { russianForm } from '../../narrative/sentence.ts';
import { useLanguage } from '../language.ts';
import { useWords } from '../useWords.ts';
import { WorkspaceContext } from '../workspace.ts';

/** Last period, source, time of loading, and how far the data can be trusted. */
export function Freshness({ findings }: { readonly findings: Assessment['findings'] }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { data, source } = useContext(WorkspaceContext);
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
  const last =
    data.lastPeriod === null
      ? null
      : data.lastPeriod.length === 4
        ? data.lastPeriod
        : new Date(`${data.lastPeriod}-15T12:00:00Z`).toLocaleDateString(locale, {
            month: 'long',
            year: 'numeric',
            timeZone: 'UTC',
          });
  const loaded =
    data.loadedAt === null
      ? null
      : new Date(data.loadedAt).toLocaleDateString(locale, {
          day: 'numeric',
          month: language === 'ru' ? '2-digit' : 'short',
          year: 'numeric',
        });
  const shareOf = (code: string) => findings.find((one) => one.code === code)?.share;
  const shares = [
    ['confidential', t({ ru: 'Секретно', en: 'Confidential' })],
    [
      'region-not-stated',
      t({ ru: `${capital(words.ru.notStated)}`, en: `${capital(words.en.member)} not stated` }),
    ],
  ] as const;
  const serious = findings.filter((one) => one.severity === 'warning' || one.severity === 'error').length;
  const caveats = findings.length;
  return (
    <div className="fresh">
      {last === null ? null : (
        <span>
          {t({ ru: 'Данные по', en: 'Data up to' })} <b>{last.replace(/ г\.$/, '')}</b>
        </span>
      )}
      <span>
        {t({ ru: 'Источник:', en: 'Source:' })} <b>{source}</b>
      </span>
      {loaded === null ? null : (
        <span>
          {t({ ru: 'Загружено', en: 'Loaded' })} <b>{loaded}</b>
        </span>
      )}
      {shares.map(([code, name]) => {
        const share = shareOf(code);
        return share == null ? null : (
          <span key={code}>
            {name} <b>{percentText(share, language)}</b>
          </span>
        );
      })}
      <span>
        <a href="#caveats">
          {t({
            ru: `Качество: ${caveats} ${russianForm(caveats, ['замечание', 'замечания', 'замечаний'])}${serious > 0 ? `, важных ${serious}` : ''}`,
            en: `Quality: ${caveats} ${caveats === 1 ? 'remark' : 'remarks'}${serious > 0 ? `, ${serious} important` : ''}`,
          })}
        </a>
      </span>
    </div>
  );
}
