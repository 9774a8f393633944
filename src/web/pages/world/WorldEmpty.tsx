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
              ru: 'Скачать и загрузить сразу — в терминале, в сети:',
              en: 'Fetch and import at once, in a terminal, with a network:',
            })}
            <code>{`trajecta fetch wdi --indicators ${series.map((one) => one.id).join(',')} --from 2000 --to 2023`}</code>
          </li>
          <li>
            {t({
              ru: 'Или загрузить файлы, которые уже есть (CSV, XLSX, JSON — как их отдаёт data.worldbank.org):',
              en: 'Or import files that you have (CSV, XLSX, JSON as data.worldbank.org gives them):',
            })}
            <code>{`trajecta import wdi FILE --indicator ${series[0]?.id}`}</code>
          </li>
          <li>
            <a href={addressOf('data', null)}>{t({ ru: 'Страница «Данные»', en: 'The page Data' })}</a>{' '}
            {t({ ru: 'покажет, что загружено.', en: 'shows what has been imported.' })}
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
