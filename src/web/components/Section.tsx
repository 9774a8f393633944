import type { ReactNode } from 'react';
import type { Sentence } from '../../narrative/sentence.ts';
import { Say } from './Say.tsx';

/** One section: the sentences at the left, the figure at the right. */
export function Section({
  id,
  title,
  say,
  children,
}: {
  /** Where a link leads. */
  readonly id?: string;
  readonly title: string;
  readonly say: readonly Sentence[];
  readonly children: ReactNode;
}) {
  return (
    <section className="sec row" id={id}>
      <div className="c4">
        <h2>{title}</h2>
        {say.length === 0 ? null : <Say sentences={say} />}
      </div>
      <div className="c8">{children}</div>
    </section>
  );
}
