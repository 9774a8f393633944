import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview } from '../../../api/imports.ts';
import { useLanguage } from '../../language.ts';
import { SelectField } from './Field.tsx';
import { fieldNames as names } from './fieldNames.ts';
import { TextField } from './TextField.tsx';

/** Which indicator a table holds and in which column, where it does not say so itself. */
export function IndicatorFields({
  preview,
  settings,
  set,
}: {
  readonly preview: ImportPreview;
  readonly settings: ImportSettings;
  readonly set: (name: 'indicator' | 'valueColumn', value: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <TextField
        name={t(names.indicator)}
        note={t({
          ru: 'код, как TX.VAL.TECH.CD; пусто — по столбцу или имени файла',
          en: 'a code such as TX.VAL.TECH.CD; empty: by a column or the name of the file',
        })}
        value={settings.indicator ?? ''}
        onChange={(text) => set('indicator', text.trim())}
      />
      <SelectField
        name={t(names.valueColumn)}
        value={settings.valueColumn ?? ''}
        choices={[
          { id: '', text: t({ ru: 'определяется', en: 'detected' }) },
          ...preview.data.columns.map(({ name }) => ({ id: name, text: name })),
        ]}
        onChange={(id) => set('valueColumn', id)}
      />
    </>
  );
}
