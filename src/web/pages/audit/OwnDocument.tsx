import { useRef, useState } from 'react';
import type { AuditAnswer } from '../../../api/audit.ts';
import type { Refusal } from '../../../api/refusal.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { useLanguage } from '../../language.ts';
import { choose } from '../../place.ts';
import { saveFile } from '../../standaloneSvg.ts';
import type { Document } from './auditParts.ts';

/** A document of the reader's own, with what was found in it; it lives in this page only. */
export interface Own {
  readonly name: string;
  readonly text: string;
  readonly document: Document;
  readonly answer: AuditAnswer;
}

const mostBytes = 1_000_000;

async function post(text: string, form = ''): Promise<Response> {
  return fetch(`/api/v1/audit${form}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', 'x-trajecta': '1' },
  });
}

/** Takes a file, has it audited, and says what is wrong with it where it is not accepted. */
export function OwnDocument({
  own,
  onOwn,
}: {
  readonly own: Own | null;
  readonly onOwn: (own: Own | null) => void;
}) {
  const { t, language } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<TwoLanguages | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setTrouble(null);
    if (file.size > mostBytes) {
      setTrouble({
        ru: `Файл больше ${mostBytes / 1e6} МБ. Больший проверит командная строка: trajecta audit ФАЙЛ.json.`,
        en: `The file is larger than ${mostBytes / 1e6} MB. The command line checks a larger one: trajecta audit FILE.json.`,
      });
      return;
    }
    setBusy(true);
    try {
      const text = await file.text();
      const response = await post(text);
      if (!response.ok) {
        setTrouble(((await response.json()) as Refusal).error.message);
        return;
      }
      const answer = (await response.json()) as AuditAnswer;
      choose({ finding: null, case: null }, 'replace');
      onOwn({ name: file.name, text, document: JSON.parse(text) as Document, answer });
    } catch {
      setTrouble({ ru: 'Сервер не отвечает.', en: 'The server does not answer.' });
    } finally {
      setBusy(false);
      if (field.current !== null) field.current.value = '';
    }
  };
  const save = async (text: string, form: string) => {
    const response = await post(text, `.${form}?lang=${language}`);
    saveFile(await response.blob(), `trajecta-audit.${form}`);
  };
  return (
    <div className="own">
      <h3>{t({ ru: 'Свой документ', en: 'A document of your own' })}</h3>
      <p className="sm mut">
        {t({
          ru: 'Таблицы со смыслом столбцов, JSON до 1 МБ. Файл проверяется на этой машине и нигде не остаётся.',
          en: 'Tables with the meaning of their columns, JSON of up to 1 MB. The file is checked on this machine and kept nowhere.',
        })}
      </p>
      <label className="btn file">
        {t({ ru: 'Выбрать файл…', en: 'Choose a file…' })}
        <input
          ref={field}
          className="vh"
          type="file"
          accept=".json,application/json"
          aria-label={t({ ru: 'Файл JSON', en: 'JSON file' })}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      {busy ? (
        <p role="status" className="sm">
          {t({ ru: 'Проверяем…', en: 'Checking…' })}
        </p>
      ) : null}
      {trouble === null ? null : (
        <p role="alert" className="sm trouble">
          {t(trouble)}
        </p>
      )}
      {own === null ? (
        <p className="sm">
          <a href="/api/v1/audit-document?case=world-bank-seeded" download="example.json">
            {t({ ru: 'Пример файла', en: 'An example file' })}
          </a>
        </p>
      ) : (
        <p className="sm acts">
          <span>{own.name}</span>
          <button type="button" className="lk" onClick={() => void save(own.text, 'csv')}>
            CSV
          </button>
          <button type="button" className="lk" onClick={() => void save(own.text, 'xlsx')}>
            XLSX
          </button>
          <button type="button" className="lk" onClick={() => onOwn(null)}>
            {t({ ru: 'Закрыть документ', en: 'Close the document' })}
          </button>
        </p>
      )}
    </div>
  );
}
