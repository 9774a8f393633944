import type { Refusal } from '../../../api/refusal.ts';
import { useLanguage } from '../../language.ts';
import { inWordsOfPage } from './inWordsOfPage.ts';

/** Why something was not done, in words of this page. */
export function RefusedImport({ error }: { readonly error: Refusal['error'] }) {
  const { t, language } = useLanguage();
  return (
    <div className="refused" role="alert">
      <p>
        <b>{t({ ru: 'Не получилось.', en: 'It did not work.' })}</b>{' '}
        {inWordsOfPage(error.message[language], language)}
      </p>
    </div>
  );
}
