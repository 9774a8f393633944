import type { ImportPreview } from '../../../api/imports.ts';
import { columnMeaningName } from '../../../domain/columnMeanings.ts';
import { Scroll } from '../../components/Scroll.tsx';
import { useLanguage } from '../../language.ts';

/** The first rows of the file as they were read. */
export function FirstRows({ preview }: { readonly preview: ImportPreview }) {
  const { t, language } = useLanguage();
  const { columns, rows } = preview.data;
  return (
    <>
      <h3 className="gap">{t({ ru: 'Первые строки', en: 'First rows' })}</h3>
      <Scroll name={t({ ru: 'Первые строки', en: 'First rows' })}>
        <table className="first-rows">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className="l">
                  {column.name}
                  <small>{column.meaning === null ? '–' : columnMeaningName(column.meaning)[language]}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={place}>
                {columns.map((column, index) => (
                  <td key={column.name} className="l">
                    {row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length === 0 ? (
        <p className="sm">
          {t({
            ru: 'Под именами столбцов строк нет.',
            en: 'There are no rows below the names of the columns.',
          })}
        </p>
      ) : null}
    </>
  );
}
