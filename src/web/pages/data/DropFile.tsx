import { type DragEvent, useRef, useState } from 'react';
import type { Refusal } from '../../../api/refusal.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { Refused } from '../../answers.ts';
import { useLanguage } from '../../language.ts';
import { type Sending, sendFile } from './importClient.ts';
import { RefusedImport } from './RefusedImport.tsx';

/** The place to drop a file, or to choose one; it is sent at once, and how much of it has gone is told. */
export function DropFile({
  maximumBytes,
  onReceived,
  onTokenRefused,
}: {
  readonly maximumBytes: number;
  readonly onReceived: (id: string) => void;
  readonly onTokenRefused: () => void;
}) {
  const { t, language } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [part, setPart] = useState<{ readonly name: string; readonly part: number } | null>(null);
  const [error, setError] = useState<Refusal['error'] | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const send = (files: FileList | null) => {
    const file = files?.[0];
    if (files === null || file === undefined) return;
    if (files.length > 1) {
      setError(oneOnly);
      return;
    }
    if (file.size > maximumBytes) {
      setError(tooLarge(maximumBytes));
      return;
    }
    setError(null);
    setPart({ name: file.name, part: 0 });
    const now = sendFile(file, (gone) => setPart({ name: file.name, part: gone }));
    setSending(now);
    now.answer
      .then(
        ({ data }) => onReceived(data.id),
        (why: unknown) => {
          if (!(why instanceof Refused)) return;
          setError(why.error);
          if (why.status === 401) onTokenRefused();
        },
      )
      .finally(() => {
        setPart(null);
        setSending(null);
        if (field.current !== null) field.current.value = '';
      });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
  };
  return (
    <>
      {error === null ? null : <RefusedImport error={error} />}
      {part === null ? (
        <label
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input ref={field} type="file" className="vh" onChange={(event) => send(event.target.files)} />
          <span className="drop-head">{t({ ru: 'Перетащите файл сюда', en: 'Drop a file here' })}</span>
          <span>
            {t({ ru: 'или', en: 'or' })}{' '}
            <span className="lk">{t({ ru: 'выберите его на диске', en: 'choose one on the disk' })}</span>
          </span>
          <small>
            {t({ ru: 'до', en: 'up to' })} {sizeText(maximumBytes, language)}
          </small>
        </label>
      ) : (
        <div className="drop" role="status">
          <span className="drop-head">{part.name}</span>
          <progress value={part.part} max={1} aria-label={t({ ru: 'Отправлено', en: 'Sent' })} />
          <span>
            {part.part < 1
              ? `${t({ ru: 'Отправлено', en: 'Sent' })} ${formatNumber(part.part * 100, 0, language)}${language === 'ru' ? '\u202f' : ''}%`
              : t({ ru: 'Файл принимается…', en: 'The file is being taken in…' })}{' '}
            <button type="button" className="lk" onClick={() => sending?.stop()}>
              {t({ ru: 'Отменить', en: 'Cancel' })}
            </button>
          </span>
        </div>
      )}
    </>
  );
}

/** @example sizeText(4e9, 'ru') // '4 ГБ' */
export function sizeText(bytes: number, language: 'ru' | 'en'): string {
  const units = [
    { at: 1e9, ru: 'ГБ', en: 'GB' },
    { at: 1e6, ru: 'МБ', en: 'MB' },
    { at: 1e3, ru: 'КБ', en: 'KB' },
  ];
  const unit = units.find(({ at }) => bytes >= at);
  if (unit === undefined) return `${bytes}\u00a0${language === 'ru' ? 'байт' : 'bytes'}`;
  const scaled = bytes / unit.at;
  return `${formatNumber(scaled, scaled < 10 && !Number.isInteger(scaled) ? 1 : 0, language)}\u00a0${unit[language]}`;
}

const oneOnly: Refusal['error'] = {
  code: 'bad-option',
  message: {
    ru: 'Файлы загружаются по одному: у каждого свой предпросмотр и свой отчёт. Выберите один файл.',
    en: 'Files are imported one at a time: each has a preview and a report of its own. Choose one file.',
  },
};

function tooLarge(maximumBytes: number): Refusal['error'] {
  return {
    code: 'too-large',
    message: {
      ru: `Файл больше ${sizeText(maximumBytes, 'ru')} — столько принимает этот сервер. Запакуйте его (gz, zip) или разделите по годам.`,
      en: `The file is larger than ${sizeText(maximumBytes, 'en')}, which is what this server takes. Pack it (gz, zip) or part it by years.`,
    },
  };
}
