import { useContext, useEffect, useState } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportState } from '../../../api/imports.ts';
import type { Refusal } from '../../../api/refusal.ts';
import type { VintageList } from '../../../api/vintages.ts';
import { useAnswer } from '../../answers.ts';
import { Waiting } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { DropFile } from './DropFile.tsx';
import { FileList } from './FileList.tsx';
import { keepWritingToken, listImports, writingToken } from './importClient.ts';
import { OpenedImport } from './OpenedImport.tsx';
import { RefusedImport } from './RefusedImport.tsx';

interface Limits {
  readonly maximumBytes: number;
  readonly tokenNeeded: boolean;
}

/** Import: a file is sent, looked at, set right, imported; the address names it, so that it can be come back to. */
export function ImportView() {
  const { query } = usePlace();
  const { t } = useLanguage();
  const [limits, setLimits] = useState<Limits | null>(null);
  const [files, setFiles] = useState<readonly ImportState[]>([]);
  const [round, setRound] = useState(0);
  const [refused, setRefused] = useState<Refusal['error'] | null>(null);
  const [hasToken, setHasToken] = useState(writingToken() !== '');
  const initial = useInitialSettings();
  const id = query.import ?? null;
  useEffect(() => {
    listImports().then(
      ({ data, manifest }) => {
        setLimits(manifest);
        setFiles(data);
        const running = data.find((one) => one.state === 'running');
        if (running !== undefined && id === null && round === 0) choose({ import: running.id }, 'replace');
      },
      (error: { error?: Refusal['error'] }) => setRefused(error.error ?? null),
    );
  }, [id, round]);
  if (refused !== null) return <RefusedImport error={refused} />;
  if (limits === null || initial === null) return <Waiting height={240} />;
  return (
    <>
      {limits.tokenNeeded && !hasToken ? (
        <TokenField
          onToken={(token) => {
            keepWritingToken(token);
            setHasToken(true);
          }}
        />
      ) : null}
      <FileList files={files} opened={id} initial={initial} changed={() => setRound((one) => one + 1)} />
      {id === null ? (
        <DropFile
          maximumBytes={limits.maximumBytes}
          onReceived={(received) => choose({ import: received })}
          onTokenRefused={() => setHasToken(false)}
        />
      ) : (
        <OpenedImport
          key={`${id} ${hasToken}`}
          id={id}
          initial={initial}
          onTokenRefused={() => setHasToken(false)}
        />
      )}
      {id === null ? <Accepted say={t} /> : null}
    </>
  );
}

/** Where only demonstration data is in force, a file of one's own takes its place; null: not known yet. */
function useInitialSettings(): ImportSettings | null {
  const { data } = useContext(WorkspaceContext);
  const vintages = useAnswer<VintageList>(data.synthetic ? { question: 'vintages', options: {} } : null);
  if (!data.synthetic) return {};
  if (vintages.state === 'waiting') return null;
  if (vintages.state === 'refused') return {};
  const inForce = vintages.answer.data.filter((one) => one.inForce);
  const [only] = inForce;
  return inForce.length === 1 && only?.synthetic === true ? { replaces: only.vintage, whole: true } : {};
}

function TokenField({ onToken }: { readonly onToken: (token: string) => void }) {
  const { t } = useLanguage();
  const [token, setToken] = useState('');
  return (
    <form
      className="token"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') onToken(token.trim());
      }}
    >
      <label className="field">
        <span>{t({ ru: 'Ключ для записи', en: 'Token for writing' })}</span>
        <input
          type="password"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </label>
      <button type="submit" className="btn">
        {t({ ru: 'Запомнить', en: 'Keep' })}
      </button>
      <p className="sm mut">
        {t({
          ru: 'Сервер открыт другим машинам: для загрузки нужен ключ, напечатанный при его запуске. Он хранится, пока открыта вкладка.',
          en: 'The server is open to other machines: importing needs the token that it printed when it started. It is kept as long as the tab is open.',
        })}
      </p>
    </form>
  );
}

function Accepted({ say }: { readonly say: ReturnType<typeof useLanguage>['t'] }) {
  return (
    <ul className="plain accepted">
      <li>
        <b>{say({ ru: 'Какие файлы', en: 'Which files' })}</b>{' '}
        {say({
          ru: 'CSV, TSV и текст с точкой с запятой (UTF-8, windows-1251, cp866), DBF, XLSX, XLS, Parquet; также в gz и zip.',
          en: 'CSV, TSV and semicolon-separated text (UTF-8, windows-1251, cp866), DBF, XLSX, XLS, Parquet; also within gz and zip.',
        })}
      </li>
      <li>
        <b>{say({ ru: 'Что внутри', en: 'What is in them' })}</b>{' '}
        {say({
          ru: 'Выгрузка ФТС (NAPR, PERIOD, TNVED, STOIM, REGION…), Comex Stat, UN Comtrade, ряды Всемирного банка по странам или любая таблица, где есть период, код товара и стоимость: что в каком столбце, можно указать перед загрузкой.',
          en: 'An unload of the customs service (NAPR, PERIOD, TNVED, STOIM, REGION…), Comex Stat, UN Comtrade, series of the World Bank by country, or any table with period, code of goods and value: which column holds what can be said before the import.',
        })}
      </li>
      <li>
        <b>{say({ ru: 'Что будет', en: 'What happens' })}</b>{' '}
        {say({
          ru: 'Сначала — первые строки и определённые настройки; загрузка начнётся только по кнопке. Строки, которые нельзя прочесть, откладываются в карантин и видны.',
          en: 'First come the first rows and the settings detected; the import starts only when you say so. Rows that cannot be read are set aside and can be seen.',
        })}
      </li>
    </ul>
  );
}
