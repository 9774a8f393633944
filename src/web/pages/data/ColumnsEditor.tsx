import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview } from '../../../api/imports.ts';
import { type ColumnMeaning, columnMeaningName, columnMeanings } from '../../../domain/columnMeanings.ts';
import { useLanguage } from '../../language.ts';
import { withMeaning } from './columnSettings.ts';
import { fieldNames } from './fieldNames.ts';

/** Which column holds what: told from names and content, and the reader's to change. */
export function ColumnsEditor({
  preview,
  settings,
  change,
}: {
  readonly preview: ImportPreview;
  readonly settings: ImportSettings;
  readonly change: (settings: ImportSettings) => void;
}) {
  const { t, language } = useLanguage();
  const { data } = preview;
  const isFixed = data.source === 'comexstat' || data.source === 'comtrade';
  // These two are told by Comtrade alone.
  const settable = columnMeanings.filter((id) => isFixed || (id !== 'edition' && id !== 'breakdown'));
  const choices = [
    { id: '', text: t({ ru: 'не читать', en: 'not read' }) },
    ...settable.map((id) => ({ id, text: columnMeaningName(id)[language] })),
  ];
  return (
    <>
      <h3 className="gap">{t(fieldNames.columns)}</h3>
      {isFixed ? (
        <p className="sm mut">
          {t({
            ru: 'Столбцы этого источника известны. Чтобы назвать их иначе, выберите источник «Другая таблица».',
            en: 'The columns of this source are known. To name them otherwise choose the source “Another table”.',
          })}
        </p>
      ) : null}
      <table className="meanings">
        <thead>
          <tr>
            <th scope="col" className="l">
              {t({ ru: 'Столбец файла', en: 'Column of the file' })}
            </th>
            <th scope="col" className="l">
              {t({ ru: 'Что в нём', en: 'What it holds' })}
            </th>
            <th scope="col" className="l">
              {t({ ru: 'Например', en: 'For example' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.columns.map((column) => (
            <tr key={column.name}>
              <td className="l">{column.name}</td>
              <td className="l">
                <select
                  aria-label={`${column.name}: ${t({ ru: 'что в нём', en: 'what it holds' })}`}
                  className={column.meaning === null ? 'mut' : undefined}
                  value={column.meaning ?? ''}
                  disabled={isFixed}
                  onChange={(event) =>
                    change(
                      withMeaning(
                        preview,
                        settings,
                        column.name,
                        event.target.value === '' ? null : (event.target.value as ColumnMeaning),
                      ),
                    )
                  }
                >
                  {choices.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.text}
                    </option>
                  ))}
                </select>
              </td>
              <td className="l examples">{column.examples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
