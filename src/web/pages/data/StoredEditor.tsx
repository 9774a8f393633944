import { useContext } from 'react';
import type { ImportSettings } from '../../../api/importSettings.ts';
import type { VintageList } from '../../../api/vintages.ts';
import { useAnswer } from '../../answers.ts';
import { useLanguage } from '../../language.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { SelectField } from './Field.tsx';
import { fieldNames as names } from './fieldNames.ts';

type Way = 'new' | 'part' | 'whole' | 'add';

/** What the file is to what is stored already: new, a correction of a part or of all, more of the same. */
export function StoredEditor({
  settings,
  change,
}: {
  readonly settings: ImportSettings;
  readonly change: (settings: ImportSettings) => void;
}) {
  const { t } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  const vintages = useAnswer<VintageList>(data.country === '' ? null : { question: 'vintages', options: {} });
  const inForce = vintages.state === 'here' ? vintages.answer.data.filter((one) => one.inForce) : [];
  const way: Way =
    settings.replaces !== undefined
      ? settings.whole === true
        ? 'whole'
        : 'part'
      : settings.add
        ? 'add'
        : 'new';
  const set = (next: Way, vintage: string | undefined) => {
    const { replaces: _r, whole: _w, add: _a, ...rest } = settings;
    const replaces = vintage ?? inForce.at(-1)?.vintage;
    if (next === 'add') change({ ...rest, add: true });
    else if (next === 'new' || replaces === undefined) change(rest);
    else change({ ...rest, replaces, ...(next === 'whole' ? { whole: true } : {}) });
  };
  return (
    <div className="settings">
      {inForce.length === 0 ? null : (
        <>
          <SelectField
            name={t(names.stored)}
            value={way}
            choices={[
              {
                id: 'new',
                text: t({ ru: 'не затрагивает: данные новые', en: 'is not touched: the data is new' }),
              },
              {
                id: 'part',
                text: t({
                  ru: 'исправляется там, где файл о том же',
                  en: 'is corrected where the file tells of the same',
                }),
              },
              {
                id: 'whole',
                text: t({ ru: 'загрузка заменяется целиком', en: 'one import is replaced as a whole' }),
              },
              { id: 'add', text: t({ ru: 'дополняется тем же', en: 'gets more of the same' }) },
            ]}
            onChange={(id) => set(id as Way, settings.replaces)}
          />
          {way === 'part' || way === 'whole' ? (
            <SelectField
              name={t(names.replaces)}
              value={settings.replaces ?? ''}
              choices={inForce.map((one) => ({ id: one.vintage, text: `${one.file} (${one.vintage})` }))}
              onChange={(id) => set(way, id)}
            />
          ) : null}
        </>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={settings.acceptUnknownCodes === true}
          onChange={(event) => {
            const { acceptUnknownCodes: _old, ...rest } = settings;
            change(event.target.checked ? { ...rest, acceptUnknownCodes: true } : rest);
          }}
        />{' '}
        {t(names.acceptUnknownCodes)}
      </label>
    </div>
  );
}
