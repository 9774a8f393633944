import { useRef, useState } from 'react';
import type { IndicatorSystems, KnownSystem } from '../../../api/indicatorSystems.ts';
import type { OwnSeries as Sent } from '../../../api/ownSeries.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { forgetAnswers, Refused, useAnswer } from '../../answers.ts';
import { useLanguage } from '../../language.ts';
import { keepWritingToken, removeOwnSeries, sendOwnSeries } from '../data/importClient.ts';
import { RefusedImport } from '../data/RefusedImport.tsx';

/** Own series given in the browser: a filled template is read, and what has been given stands in a list. */
export function OwnSeries({ system }: { readonly system: KnownSystem }) {
  const { t } = useLanguage();
  const known = useAnswer<IndicatorSystems>({ question: 'indicator-systems', options: {} });
  const files = known.state === 'here' ? known.answer.manifest.files : [];
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent['data'] | null>(null);
  const [error, setError] = useState<Refusal['error'] | null>(null);
  const doing = async (work: () => Promise<Sent['data'] | null>) => {
    setBusy(true);
    setError(null);
    setSent(null);
    try {
      setSent(await work());
      forgetAnswers();
    } catch (why) {
      if (!(why instanceof Refused)) throw why;
      setError(why.error);
    } finally {
      setBusy(false);
      if (field.current !== null) field.current.value = '';
    }
  };
  const send = (file: File | undefined) => {
    if (file !== undefined) void doing(async () => (await sendOwnSeries(file, system.id)).data);
  };
  return (
    <div className="own-series">
      <label className="file-choice btn">
        {busy
          ? t({ ru: 'Читаю…', en: 'Reading…' })
          : t({ ru: 'Выбрать заполненную таблицу…', en: 'Choose the filled table…' })}
        <input
          ref={field}
          type="file"
          className="vh"
          accept=".csv,.tsv,.txt,.xlsx,.xls"
          disabled={busy}
          onChange={(event) => send(event.target.files?.[0])}
        />
      </label>
      {error === null ? null : <RefusedImport error={error} />}
      {error?.code === 'token-needed' ? <TokenNeeded /> : null}
      <p className="sm" role="status">
        {sent === null
          ? ''
          : sent.rates > 0
            ? t({
                ru: `Прочитано годовых курсов: ${sent.rates} (${sent.file}).`,
                en: `Yearly rates read: ${sent.rates} (${sent.file}).`,
              })
            : t({
                ru: `Прочитано значений: ${sent.values} (${sent.file}). Показатели посчитаны с ними.`,
                en: `Values read: ${sent.values} (${sent.file}). The indicators are computed with them.`,
              })}
      </p>
      {files.length === 0 ? null : (
        <p className="sm">
          {t({ ru: 'Свои ряды:', en: 'Own series:' })} {files.map((one) => one.file).join(', ')}.{' '}
          {t({
            ru: 'Хранятся, пока работает сервер.',
            en: 'They are kept as long as the server runs.',
          })}{' '}
          <button
            type="button"
            className="lk"
            disabled={busy}
            onClick={() => void doing(async () => removeOwnSeries().then(() => null))}
          >
            {t({ ru: 'Убрать присланные', en: 'Take away those sent' })}
          </button>
        </p>
      )}
    </div>
  );
}

/** Where others reach the server, the token that it printed is asked for once. */
function TokenNeeded() {
  const { t } = useLanguage();
  return (
    <label className="inline">
      {t({ ru: 'Ключ для записи', en: 'Token for writing' })}{' '}
      <input
        type="password"
        autoComplete="off"
        onChange={(event) => keepWritingToken(event.target.value.trim())}
      />
    </label>
  );
}
