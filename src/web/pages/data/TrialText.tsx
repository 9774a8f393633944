import type { ImportPreview } from '../../../api/imports.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { quarantineReason } from '../../../domain/quarantineReason.ts';
import { russianForm } from '../../../narrative/sentence.ts';
import { useLanguage } from '../../language.ts';

/** How many rows would be kept and set aside, before anything is stored. */
export function TrialText({ trial }: { readonly trial: ImportPreview['data']['trial'] }) {
  const { t, language } = useLanguage();
  if (trial === null) return null;
  const number = (value: number) => formatNumber(value, 0, language);
  const rows = (value: number) =>
    `${number(value)} ${t({ ru: russianForm(value, ['строка', 'строки', 'строк']), en: value === 1 ? 'row' : 'rows' })}`;
  const totals = (to: 'ru' | 'en') =>
    trial.rowsTotalRows === 0
      ? ''
      : {
          ru: `, строк-итогов ${number(trial.rowsTotalRows)}`,
          en: `, ${number(trial.rowsTotalRows)} are totals`,
        }[to];
  return (
    <>
      <p className="say">
        {trial.whole
          ? t({ ru: 'Проверен весь файл', en: 'The whole file was tried' })
          : t({
              ru: 'Проверено начало файла (16 МБ)',
              en: 'The beginning of the file was tried (16 MB)',
            })}
        {': '}
        {rows(trial.rowsIn)};{' '}
        {t({
          ru: `читается ${number(trial.rowsKept)}${totals('ru')}, в карантин попадёт ${number(trial.rowsQuarantined)}.`,
          en: `${number(trial.rowsKept)} would be kept${totals('en')}, ${number(trial.rowsQuarantined)} set aside.`,
        })}
      </p>
      {trial.reasons.length === 0 ? null : (
        <ul className="caveats">
          {trial.reasons.map((one) => (
            <li key={one.reason} className="is-warning">
              {quarantineReason(one.reason)[language]}: {rows(one.rows)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
