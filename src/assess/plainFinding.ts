import type { Assessment } from '../api/assessment.ts';
import type { Finding } from '../domain/finding.ts';

/** A finding as answers hold it. */
export function plainFinding(finding: Finding): Assessment['findings'][number] {
  const { examples, ...rest } = finding;
  return { ...rest, ...(examples === undefined ? {} : { examples: [...examples] }) };
}
