import { type ReactNode, useEffect, useState } from 'react';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { Answered } from '../answers.ts';
import { useLanguage } from '../language.ts';

/** What stands where an answer is awaited, refused, or here. */
export function Await<Answer>({
  answered,
  children,
  height = 180,
}: {
  readonly answered: Answered<Answer>;
  readonly children: (answer: Answer) => ReactNode;
  readonly height?: number;
}) {
  if (answered.state === 'here') return children(answered.answer);
  if (answered.state === 'waiting') return <Waiting height={height} />;
  return (
    <RefusedState
      status={answered.status}
      message={answered.error.message}
      code={answered.error.code}
      retry={answered.retry}
    />
  );
}

/** Grey hairlines; words only when it takes longer than is pleasant. */
export function Waiting({ height = 180 }: { readonly height?: number }) {
  const { t } = useLanguage();
  const [seconds, setSeconds] = useState(-1);
  useEffect(() => {
    const first = setTimeout(() => setSeconds(0), 300);
    const clock = setInterval(() => setSeconds((one) => one + 1), 1000);
    return () => {
      clearTimeout(first);
      clearInterval(clock);
    };
  }, []);
  return (
    <div className="state lines" style={{ minHeight: height }} aria-busy="true">
      {seconds < 0 ? null : (
        <p className="state-head" role="status">
          {t({ ru: 'Считаем…', en: 'Computing…' })}
          {seconds < 2 ? null : <small> {t({ ru: `прошло ${seconds} с`, en: `${seconds} s` })}</small>}
        </p>
      )}
    </div>
  );
}

function RefusedState({
  status,
  message,
  code,
  retry,
}: {
  readonly status: number;
  readonly message: TwoLanguages;
  readonly code: string;
  readonly retry: () => void;
}) {
  const { t } = useLanguage();
  const noData = code === 'no-data' || code === 'workspace-missing';
  return (
    <div className="state lines" role="alert">
      <p className="state-head">
        {noData
          ? t({ ru: 'Данных нет', en: 'There is no data' })
          : t({
              ru: `Не удалось получить данные (код ${status})`,
              en: `The data could not be had (code ${status})`,
            })}
      </p>
      <p className="sm">{t(message)}</p>
      <p className="sm">
        <button type="button" className="lk" onClick={retry}>
          {t({ ru: 'Повторить', en: 'Try again' })}
        </button>
      </p>
    </div>
  );
}

/** A figure that makes no sense for the choice: its title and why, nothing drawn. */
export function NotDrawn({ why, children }: { readonly why: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-head">{why}</p>
      {children === undefined ? null : <p className="sm">{children}</p>}
    </div>
  );
}
