import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview } from '../../../api/imports.ts';
import { hsEditions } from '../../../domain/edition.ts';
import { encodingName } from '../../../domain/encodingName.ts';
import { useLanguage } from '../../language.ts';
import { Field, SelectField } from './Field.tsx';
import { fieldNames as names } from './fieldNames.ts';
import { IndicatorFields } from './IndicatorFields.tsx';
import { MappingFields } from './MappingFields.tsx';

const encodings = ['utf8', 'win1251', 'cp866', 'koi8-r', 'utf16le', 'win1252'];
const delimiters = [',', ';', '\t', '|'];

/** How the file is read: what was detected, and what the reader says instead. */
export function SettingsEditor({
  preview,
  settings,
  change,
}: {
  readonly preview: ImportPreview;
  readonly settings: ImportSettings;
  readonly change: (settings: ImportSettings) => void;
}) {
  const { t } = useLanguage();
  const { data } = preview;
  const auto = (found: string | null) =>
    `${t({ ru: 'определяется', en: 'detected' })}${found === null ? '' : `: ${found}`}`;
  const set = (name: keyof ImportSettings, value: unknown) => {
    const { [name]: _old, ...rest } = settings;
    change(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const marks: Record<string, string> = {
    ',': t({ ru: 'запятая', en: 'comma' }),
    ';': t({ ru: 'точка с запятой', en: 'semicolon' }),
    '\t': t({ ru: 'табуляция', en: 'tab' }),
    '|': t({ ru: 'вертикальная черта', en: 'vertical bar' }),
    '.': t({ ru: 'точка', en: 'point' }),
  };
  // A table of indicators tells by itself how it is to be read.
  const isSeries = data.source === 'wdi';
  const isText = data.container === 'text' && !isSeries;
  return (
    <div className="settings reading">
      <SelectField
        name={t(names.source)}
        value={data.source}
        choices={[
          { id: 'fts', text: t({ ru: 'Выгрузка ФТС России', en: "Unload of Russia's customs service" }) },
          { id: 'comexstat', text: t({ ru: 'Comex Stat (Бразилия)', en: 'Comex Stat (Brazil)' }) },
          { id: 'comtrade', text: t({ ru: 'UN Comtrade (страны мира)', en: 'UN Comtrade (countries)' }) },
          {
            id: 'wdi',
            text: t({ ru: 'Всемирный банк (ряды по странам)', en: 'World Bank (series by country)' }),
          },
          { id: 'table', text: t({ ru: 'Другая таблица', en: 'Another table' }) },
        ]}
        onChange={(source) => {
          const { mapping: _m, columns: _c, indicator: _i, valueColumn: _v, ...rest } = settings;
          change({ ...rest, source: source as ImportSettings['source'] & string });
        }}
      />
      {isSeries ? <IndicatorFields preview={preview} settings={settings} set={set} /> : null}
      {data.members.length > 1 && !isSeries ? (
        <SelectField
          name={t(names.member)}
          note={t({
            ru: `Файлов в архиве ${data.members.length}; загружается этот. Остальные загрузите так же по одному.`,
            en: `The archive holds ${data.members.length} files; this one is imported. Import the others the same way, one by one.`,
          })}
          value={data.member ?? ''}
          choices={data.members.map((id) => ({ id, text: id }))}
          onChange={(id) => set('member', id)}
        />
      ) : null}
      {data.sheets.length > 1 && !isSeries ? (
        <SelectField
          name={t(names.sheet)}
          value={data.sheet ?? ''}
          choices={data.sheets.map((id) => ({ id, text: id }))}
          onChange={(id) => set('sheet', id)}
        />
      ) : null}
      {isText || (data.container === 'dbf' && !isSeries) ? (
        <SelectField
          name={t(names.encoding)}
          value={settings.encoding ?? ''}
          choices={[
            {
              id: '',
              text: auto(
                settings.encoding === undefined && data.encoding !== null
                  ? encodingName(data.encoding)
                  : null,
              ),
            },
            ...encodings.map((id) => ({ id, text: encodingName(id) })),
          ]}
          onChange={(id) => set('encoding', id)}
        />
      ) : null}
      {isText ? (
        <SelectField
          name={t(names.delimiter)}
          value={settings.delimiter ?? ''}
          choices={[
            {
              id: '',
              text: auto(
                settings.delimiter === undefined ? (marks[data.delimiter ?? ''] ?? data.delimiter) : null,
              ),
            },
            ...delimiters.map((id) => ({ id, text: marks[id] ?? id })),
          ]}
          onChange={(id) => set('delimiter', id)}
        />
      ) : null}
      {data.source === 'comexstat' || data.source === 'comtrade' || isSeries ? null : (
        <SelectField
          name={t(names.decimalMark)}
          value={settings.decimalMark ?? ''}
          choices={[
            {
              id: '',
              text: auto(settings.decimalMark === undefined ? (marks[data.decimalMark ?? ''] ?? null) : null),
            },
            { id: ',', text: marks[','] ?? ',' },
            { id: '.', text: marks['.'] ?? '.' },
          ]}
          onChange={(id) => set('decimalMark', id)}
        />
      )}
      {data.container === 'parquet' || data.container === 'dbf' || isSeries ? null : (
        <Field name={t(names.headingRow)}>
          <input
            type="number"
            min={1}
            max={999999}
            value={settings.headingRow ?? data.headingRow}
            onChange={(event) => {
              const row = event.target.valueAsNumber;
              set('headingRow', Number.isInteger(row) && row > 0 ? row : undefined);
            }}
          />
        </Field>
      )}
      {data.source === 'fts' ? (
        <>
          <SelectField
            name={t(names.moneyUnit)}
            value={settings.moneyUnit ?? ''}
            choices={[
              {
                id: '',
                text: auto(
                  settings.moneyUnit !== undefined
                    ? null
                    : data.moneyUnit === 1000
                      ? t({ ru: 'тыс. долларов', en: 'thousand dollars' })
                      : t({ ru: 'доллары', en: 'dollars' }),
                ),
              },
              { id: 'usd', text: t({ ru: 'доллары США', en: 'US dollars' }) },
              { id: 'thousand-usd', text: t({ ru: 'тысячи долларов США', en: 'thousands of US dollars' }) },
            ]}
            onChange={(id) => set('moneyUnit', id)}
          />
          <SelectField
            name={t(names.edition)}
            value={settings.edition ?? ''}
            choices={[
              { id: '', text: t({ ru: 'по году данных', en: 'by the year of the data' }) },
              ...hsEditions.map((id) => ({ id, text: id })),
            ]}
            onChange={(id) => set('edition', id)}
          />
        </>
      ) : null}
      {data.source === 'comexstat' ? (
        <SelectField
          name={t(names.flow)}
          value={settings.flow ?? data.flow ?? ''}
          choices={[
            ...(data.flow === null && settings.flow === undefined
              ? [{ id: '', text: t({ ru: 'не сказано', en: 'not said' }) }]
              : []),
            { id: 'export', text: t({ ru: 'вывоз', en: 'exports' }) },
            { id: 'import', text: t({ ru: 'ввоз', en: 'imports' }) },
          ]}
          onChange={(id) => set('flow', id)}
        />
      ) : null}
      {data.source === 'table' && data.mapping !== null ? (
        <MappingFields
          mapping={data.mapping}
          columns={data.columns}
          notes={settings.mapping === undefined ? data.notes : []}
          change={(mapping) => change({ ...settings, source: 'table', mapping })}
        />
      ) : null}
    </div>
  );
}
