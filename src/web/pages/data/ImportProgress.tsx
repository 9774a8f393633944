import type { ImportState } from '../../../api/imports.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { useLanguage } from '../../language.ts';

const stages = [
  { id: 'texts', text: { ru: 'Коды и названия', en: 'Codes and names' } },
  { id: 'rows', text: { ru: 'Строки', en: 'Rows' } },
  { id: 'checking', text: { ru: 'Проверка', en: 'Checking' } },
  { id: 'storing', text: { ru: 'Сохранение', en: 'Storing' } },
  { id: 'cubes', text: { ru: 'Сложение кубов', en: 'Adding up' } },
] as const;

/** How far an import is: its stages, rows a second, time left. */
export function ImportProgress({ progress }: { readonly progress: ImportState['progress'] }) {
  const { t, language } = useLanguage();
  const at = stages.findIndex((one) => one.id === progress?.stage);
  const number = (value: number) => formatNumber(value, 0, language);
  const facts = [
    progress?.rows == null ? null : `${number(progress.rows)} ${t({ ru: 'строк', en: 'rows' })}`,
    progress?.rowsPerSecond == null
      ? null
      : `${number(progress.rowsPerSecond)} ${t({ ru: 'строк/с', en: 'rows/s' })}`,
    progress?.bytesPerSecond == null
      ? null
      : `${number(progress.bytesPerSecond / 1e6)} ${t({ ru: 'МБ/с', en: 'MB/s' })}`,
    progress?.secondsLeft == null
      ? null
      : `${t({ ru: 'осталось', en: 'left' })} ${clock(progress.secondsLeft)}`,
  ].filter((fact) => fact !== null);
  return (
    <div className="importing">
      <ol className="stages">
        {stages.map((one, place) => (
          <li
            key={one.id}
            className={place < at ? 'done-stage' : place === at ? 'now' : ''}
            aria-current={place === at ? 'step' : undefined}
          >
            {t(one.text)}
          </li>
        ))}
      </ol>
      <progress
        {...(progress?.part == null ? {} : { value: progress.part })}
        max={1}
        aria-label={t({ ru: 'Загрузка файла', en: 'Import of the file' })}
      />
      <p role="status">
        {progress === null ? t({ ru: 'Начинаю…', en: 'Starting…' }) : t(progress.text)}
        {facts.length === 0 ? null : <span className="mut facts"> {facts.join(' · ')}</span>}
      </p>
      <p className="sm mut">
        {t({
          ru: 'Остальные страницы работают как раньше и покажут новое, когда всё сохранится. Страницу можно закрыть: загрузка продолжится.',
          en: 'The other pages go on as before, and show the new data once all is stored. This page can be closed: the import goes on.',
        })}
      </p>
    </div>
  );
}

/** @example clock(75) // '1:15' */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
