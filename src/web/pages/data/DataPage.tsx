import { useContext } from 'react';
import { Tabs } from '../../components/Figure.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { ImportView } from './ImportView.tsx';
import { QualityView } from './QualityView.tsx';
import { VintagesView } from './VintagesView.tsx';
import '../../style/data.css';
import { usePageTitle } from '../../usePageTitle.ts';

const views = [
  { id: 'import', text: { ru: 'Загрузка', en: 'New file' } },
  { id: 'quality', text: { ru: 'Качество', en: 'Quality' } },
  { id: 'vintages', text: { ru: 'Загруженное', en: 'What is stored' } },
] as const;

/** Data: take a file in, see what is to be known of it, and what is stored. */
export default function DataPage() {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const { data } = useContext(WorkspaceContext);
  const empty = data.country === '';
  const view = empty ? 'import' : (views.find((one) => one.id === query.view)?.id ?? 'import');
  const title = t({ ru: 'Данные', en: 'Data' });
  usePageTitle(title);
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        <p className="say lead">
          {empty
            ? t({
                ru: 'Здесь пока ничего нет. Загрузите файл таможенной статистики: страницы появятся, как только он сохранится. Файл не покидает эту машину.',
                en: 'There is nothing here yet. Import a file of customs statistics: the pages appear as soon as it is stored. The file does not leave this machine.',
              })
            : data.synthetic
              ? t({
                  ru: 'Сейчас показаны синтетические демонстрационные данные. Загрузите свой файл: он займёт их место.',
                  en: 'What is shown now is synthetic demonstration data. Import a file of your own: it takes its place.',
                })
              : t({
                  ru: `В работе: ${data.countryName.ru}, ${periodOf(data.coverage)}. Здесь загружают новое, смотрят качество и прежние состояния.`,
                  en: `In use: ${data.countryName.en}, ${periodOf(data.coverage)}. Here new files are imported, quality and earlier states looked at.`,
                })}
        </p>
      </div>
      {empty ? null : (
        <div className="views">
          <Tabs
            name="view"
            value={view}
            label={t({ ru: 'Раздел', en: 'Section' })}
            choices={views.map((one) => ({ id: one.id, text: one.text[language] }))}
          />
        </div>
      )}
      {view === 'import' ? <ImportView /> : view === 'quality' ? <QualityView /> : <VintagesView />}
    </>
  );
}

function periodOf(coverage: readonly { readonly year: number }[]): string {
  const years = coverage.map((one) => one.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
}
