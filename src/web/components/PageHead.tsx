import type { ReactNode } from 'react';
import { usePageTitle } from '../usePageTitle.ts';

/** The head of a page that is not about one territory or product: its name, what it is for, and what stands beside. */
export function PageHead({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <div className="head row">
      <div className="c8">
        <h1>{title}</h1>
        <p className="say lead">{lead}</p>
      </div>
      {children === undefined ? null : <div className="c4">{children}</div>}
    </div>
  );
}
