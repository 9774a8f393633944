import { useLanguage } from '../language.ts';
import { Tabs } from './Figure.tsx';

/** Whether a chart shows values or shares; the choice stands in the address under `name`. */
export function ValueOrShare({ name, share }: { readonly name: string; readonly share: boolean }) {
  const { t } = useLanguage();
  return (
    <Tabs
      name={name}
      label={t({ ru: 'Вид', en: 'View' })}
      value={share ? 'share' : 'value'}
      choices={[
        { id: 'value', text: t({ ru: 'Стоимость', en: 'Value' }) },
        { id: 'share', text: t({ ru: 'Доля', en: 'Share' }) },
      ]}
    />
  );
}
