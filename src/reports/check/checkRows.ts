import type { Check } from '../../api/check.ts';

/** A check as flat rows for CSV: each finding, then what it is of (items), then example rows. */
export function checkRows(answer: Check): readonly Readonly<Record<string, unknown>>[] {
  const problems = (answer.data.integrity?.problems ?? []).map((problem) => ({
    kind: 'problem',
    code: problem.code,
    severity: 'error',
    flow: null,
    year: null,
    subject: problem.vintage,
    text: problem.message,
    count: null,
    valueUsd: null,
    share: null,
    measured: null,
    file: problem.path,
    row: null,
  }));
  const findings = (answer.data.quality ?? []).flatMap((finding) => {
    const same = { code: finding.code, severity: finding.severity, flow: finding.flow };
    const { count, valueUsd, share } = finding;
    return [
      {
        kind: 'finding',
        ...same,
        year: null,
        subject: null,
        text: finding.name,
        count,
        valueUsd,
        share,
        measured: null,
        file: null,
        row: null,
      },
      ...finding.items.map((item) => ({
        kind: 'item',
        ...same,
        year: item.year,
        subject: item.subject,
        text: item.text,
        count: item.count,
        valueUsd: item.valueUsd,
        share: item.share,
        measured: item.measured,
        file: null,
        row: null,
      })),
      ...finding.examples.map((example) => ({
        kind: 'example',
        ...same,
        year: null,
        subject: null,
        text: example.text,
        count: null,
        valueUsd: null,
        share: null,
        measured: null,
        file: example.file,
        row: example.row,
      })),
    ];
  });
  const mirror = (answer.data.mirror?.products ?? []).map((row) => ({
    kind: 'mirror',
    code: row.status,
    severity: null,
    flow: row.flow,
    year: row.year,
    subject: row.product,
    text: row.partner,
    count: null,
    valueUsd: row.differenceUsd,
    share: null,
    measured: row.ratio,
    file: null,
    row: null,
  }));
  return [...problems, ...findings, ...mirror];
}
