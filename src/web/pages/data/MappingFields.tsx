import { useState } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import type { PreviewColumn } from '../../../api/imports.ts';
import { hsEditions } from '../../../domain/edition.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { useLanguage } from '../../language.ts';
import { saveFile } from '../../standaloneSvg.ts';
import { SelectField } from './Field.tsx';
import { fieldNames as names } from './fieldNames.ts';
import { TextField } from './TextField.tsx';

type Mapping = NonNullable<ImportSettings['mapping']>;
type Currency = { readonly code?: string; readonly unit?: number; readonly usdPerUnit?: object };

/** What a table does not tell by itself: country, flow, period, currency and rates, edition; and the whole mapping as a file. */
export function MappingFields({
  mapping,
  columns,
  notes,
  change,
}: {
  readonly mapping: Mapping;
  readonly columns: readonly PreviewColumn[];
  /** Why the draft is as it is. */
  readonly notes: readonly TwoLanguages[];
  readonly change: (mapping: Mapping) => void;
}) {
  const { t, language } = useLanguage();
  const has = (meaning: string) => columns.some((one) => one.meaning === meaning);
  const wide = mapping.wide as { readonly over?: string } | undefined;
  const currency = (mapping.currency ?? {}) as Currency;
  const nomenclature = (mapping.nomenclature ?? {}) as { readonly name?: string; readonly edition?: string };
  const set = (name: string, value: unknown) => {
    const { [name]: _old, ...rest } = mapping;
    change(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const setCurrency = (values: Currency) => set('currency', { ...currency, ...values });
  return (
    <>
      <TextField
        name={t(names.country)}
        note={t({ ru: 'две буквы, например RU', en: 'two letters, for example RU' })}
        value={mapping.country === 'ZZ' ? '' : String(mapping.country ?? '')}
        onChange={(text) => set('country', text.trim().toUpperCase() || 'ZZ')}
      />
      {has('flow') || wide?.over === 'flow' ? null : (
        <SelectField
          name={t(names.flow)}
          value={String(mapping.flow ?? '')}
          choices={[
            ...(mapping.flow === undefined ? [{ id: '', text: '–' }] : []),
            { id: 'export', text: t({ ru: 'вывоз', en: 'exports' }) },
            { id: 'import', text: t({ ru: 'ввоз', en: 'imports' }) },
          ]}
          onChange={(id) => set('flow', id)}
        />
      )}
      {has('period') || has('year') || wide?.over === 'year' || wide?.over === 'period' ? null : (
        <TextField
          name={t(names.period)}
          note={t({ ru: 'год или месяц: 2019, 2019-03', en: 'a year or a month: 2019, 2019-03' })}
          value={String(mapping.period ?? '')}
          onChange={(text) => set('period', text.trim())}
        />
      )}
      <SelectField
        name={t(names.edition)}
        value={nomenclature.edition ?? 'calendar'}
        choices={[
          { id: 'calendar', text: t({ ru: 'по году данных', en: 'by the year of the data' }) },
          ...hsEditions.map((id) => ({ id, text: id })),
        ]}
        onChange={(edition) => set('nomenclature', { name: 'HS', ...nomenclature, edition })}
      />
      <TextField
        name={t(names.currency)}
        note={t({ ru: 'три буквы, например USD', en: 'three letters, for example USD' })}
        value={currency.code ?? ''}
        onChange={(text) => setCurrency({ code: text.trim().toUpperCase() })}
      />
      <TextField
        name={t(names.unit)}
        note={t({ ru: '1000, если в тысячах', en: '1000 where it is in thousands' })}
        value={String(currency.unit ?? 1)}
        onChange={(text) => setCurrency({ unit: Number(text.replace(',', '.')) })}
      />
      {currency.code === undefined || currency.code === 'USD' ? null : (
        <TextField
          name={t(names.rates)}
          note={t({
            ru: 'по строке на год: 2019 0,695. Без курса стоимости в долларах не будет.',
            en: 'a line for each year: 2019 0.695. Without a rate there is no value in dollars.',
          })}
          value={ratesText(currency.usdPerUnit, language)}
          lines={3}
          onChange={(text) => setCurrency({ usdPerUnit: ratesOf(text) })}
        />
      )}
      <div className="whole-width">
        {notes.length === 0 ? null : (
          <details>
            <summary>
              {t({ ru: 'Почему столбцы поняты так', en: 'Why the columns are taken like this' })}
            </summary>
            <ul className="plain sm">
              {notes.map((note) => (
                <li key={note.en}>{t(note)}</li>
              ))}
            </ul>
          </details>
        )}
        <WholeMapping mapping={mapping} change={change} />
      </div>
    </>
  );
}

/** The mapping as text: for what has no field above (own regions, codes of partners, secret codes), and to keep it. */
function WholeMapping({
  mapping,
  change,
}: {
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}) {
  const { t } = useLanguage();
  const [wrong, setWrong] = useState(false);
  const put = (text: string) => {
    try {
      change(JSON.parse(text) as Mapping);
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  const name = t({ ru: 'Описание целиком (JSON)', en: 'The whole mapping (JSON)' });
  return (
    <details>
      <summary>{name}</summary>
      <TextField name={name} value={JSON.stringify(mapping, null, 2)} lines={12} onChange={put} />
      {wrong ? (
        <p className="sm" role="alert">
          {t({ ru: 'Это не JSON: не применено.', en: 'This is no JSON: it was not applied.' })}
        </p>
      ) : null}
      <p className="buttons">
        <button
          type="button"
          className="lk"
          onClick={() => saveFile(`${JSON.stringify(mapping, null, 2)}\n`, 'mapping.json')}
        >
          {t({ ru: 'Сохранить в файл', en: 'Save as a file' })}
        </button>
        <label className="lk file-choice">
          {t({ ru: 'Взять из файла', en: 'Take from a file' })}
          <input
            type="file"
            accept=".json,application/json"
            className="vh"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(put);
              event.target.value = '';
            }}
          />
        </label>
      </p>
    </details>
  );
}

function ratesText(rates: object | undefined, language: 'ru' | 'en'): string {
  return Object.entries(rates ?? {})
    .map(([year, rate]) => `${year} ${language === 'ru' ? String(rate).replace('.', ',') : String(rate)}`)
    .join('\n');
}

/** Lines of a year (or month) and a number. */
function ratesOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text
      .split('\n')
      .map((line) => /^\s*(\d{4}(?:-\d{2})?)[\s:;=]+([\d.,]+)\s*$/.exec(line))
      .flatMap((found) =>
        found === null ? [] : [[found[1] ?? '', Number((found[2] ?? '').replace(',', '.'))]],
      ),
  );
}
