import { useContext } from 'react';
import { worldReporter } from '../../../domain/territory.ts';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

const series = [
  {
    id: 'TX.VAL.MRCH.CD.WT',
    name: { ru: 'вывоз товаров: индексы, цепной индекс', en: 'merchandise exports: indices, chained index' },
  },
  {
    id: 'TX.VAL.TECH.CD',
    name: {
      ru: 'высокотехнологичный вывоз: доли в вывозе и в мире',
      en: 'high-technology exports: shares in exports and in the world',
    },
  },
  {
    id: 'TX.VAL.TECH.MF.ZS',
    name: { ru: 'доля в обработанных изделиях', en: 'share in manufactured exports' },
  },
];

/** What would stand here, and how to have it: the workspace holds no series by country. */
export function WorldEmpty() {
  const { t } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const of = workspace.country !== '' && workspace.country !== worldReporter;
  return (
    <section className="sec row" id="empty">
      <div className="c4">
        <h2>{t({ ru: 'Рядов по странам ещё нет', en: 'There are no series by country yet' })}</h2>
        <p className="say">
          {of
            ? t({
                ru: `В рабочей области — торговля одной страны (${workspace.countryName.ru}). Чтобы сравнить её с другими, добавьте в ту же область годовые ряды Всемирного банка: данные страны останутся как есть.`,
                en: `The workspace holds the trade of one country (${workspace.countryName.en}). To compare it with others, add yearly series of the World Bank to the same workspace: the country's data stays as it is.`,
              })
            : t({
                ru: 'Для сравнения стран нужны годовые ряды Всемирного банка: три файла, около мегабайта.',
                en: 'To compare countries, yearly series of the World Bank are needed: three files, about a megabyte.',
              })}
        </p>
      </div>
      <div className="c8">
        <h3>{t({ ru: 'Как загрузить', en: 'How to load them' })}</h3>
        <ol className="steps">
          <li>
            {t({
              ru: 'Скачайте ряды с data.worldbank.org (CSV, XLSX, zip или JSON); нужны показатели, названные ниже.',
              en: 'Download the series from data.worldbank.org (CSV, XLSX, zip or JSON); the indicators wanted are named below.',
            })}
          </li>
          <li>
            {t({ ru: 'Откройте страницу ', en: 'Open the page ' })}
            <a href={addressOf('data', null)}>{t({ ru: '«Данные»', en: 'Data' })}</a>
            {t({
              ru: ' и перетащите туда все файлы сразу: показатель узнаётся по столбцу или по имени файла.',
              en: ' and drop all the files there at once: the indicator is told by a column or by the name of the file.',
            })}
          </li>
          <li>
            {t({
              ru: 'Или в терминале, в сети, одной командой:',
              en: 'Or in a terminal, with a network, by one command:',
            })}
            <code>{`trajecta fetch wdi --indicators ${series.map((one) => one.id).join(',')} --from 2000 --to 2023`}</code>
          </li>
        </ol>
        <dl className="terms">
          {series.map((one) => (
            <div key={one.id}>
              <dt>
                <samp>{one.id}</samp>
              </dt>
              <dd>{t(one.name)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
