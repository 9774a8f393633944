import { useContext } from 'react';
import { useLanguage } from '../language.ts';
import { useTheme } from '../theme.ts';
import { WorkspaceContext } from '../workspace.ts';

export function Footer() {
  const { t, language } = useLanguage();
  const { version, state } = useContext(WorkspaceContext);
  const [theme, change] = useTheme();
  return (
    <footer className="wrap">
      <div className="foot">
        <span>
          Trajecta {version} · <a href={`/api?lang=${language}`}>API</a> ·{' '}
          <a href={`/tables?lang=${language}`}>
            {t({ ru: 'таблицы без скриптов', en: 'tables without scripts' })}
          </a>
        </span>
        {state === '' ? null : (
          <span>
            {t({ ru: 'Отпечаток данных', en: 'Fingerprint of the data' })} {state}
          </span>
        )}
        <span className="grp">
          <button type="button" className="lk" onClick={() => window.print()}>
            {t({ ru: 'Печать', en: 'Print' })}
          </button>{' '}
          ·{' '}
          <button type="button" className="lk" onClick={change}>
            {theme === 'dark'
              ? t({ ru: 'Светлая тема', en: 'Light theme' })
              : t({ ru: 'Тёмная тема', en: 'Dark theme' })}
          </button>
        </span>
      </div>
    </footer>
  );
}
