import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AuditAnswer, auditFileSchema } from '../api/audit.ts';
import type { AuditFile } from '../domain/audit/auditFile.ts';
import { auditRules } from '../domain/audit/auditRules.ts';
import { cellPrints } from '../domain/audit/prints.ts';
import { runAudit } from '../domain/audit/runAudit.ts';
import type { Finding } from '../domain/finding.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/**
 * Audits published tables and claims given as JSON text. Throws `bad-audit-file` naming the place in the file.
 * The findings of the audit are the answer's `data`; its `findings` say what could not be checked.
 */
export function audit(json: string, fileName: string): AuditAnswer {
  const file = parseAuditFile(json, fileName);
  const data = runAudit(file).map((one) => ({
    ...one,
    candidates: one.candidates.map((each) => ({ ...each })),
  }));
  return {
    data,
    findings: notChecked(file).map((one) => ({ ...one, examples: [...(one.examples ?? [])] })),
    manifest: {
      command: 'audit',
      file: fileName,
      sha256: createHash('sha256').update(json).digest('hex'),
      definitions: { rules: auditRules.map((rule) => ({ id: rule.id, formula: rule.formula })) },
      title: file.title,
      source: file.source,
      tables: file.tables.length,
      cells: cellPrints(file).length,
      claims: file.claims?.length ?? 0,
    },
  };
}

/** The audit file of a JSON text. Throws `bad-audit-file` naming the place in the file and what is wrong there. */
export function parseAuditFile(json: string, fileName: string): AuditFile {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw badFile(fileName, `это не JSON (${cause})`, `it is no JSON (${cause})`);
  }
  const parsed = auditFileSchema.safeParse(given);
  if (!parsed.success) {
    const cause = parsed.error.issues
      .slice(0, 5)
      .map(
        (issue) =>
          `${issue.path.join('.') || '(file)'}: ${z
            .prettifyError({ issues: [issue] } as unknown as z.ZodError)
            .split('\n')[0]
            ?.replace(/^✖ /, '')}`,
      )
      .join('; ');
    throw badFile(fileName, cause, cause);
  }
  const file = parsed.data as AuditFile;
  const problems = brokenReferences(file);
  if (problems.length > 0) throw badFile(fileName, problems.join('; '), problems.join('; '));
  return file;
}

/** Names that nothing in the file defines, and rows of a wrong length. */
function brokenReferences(file: AuditFile): readonly string[] {
  const quantities = new Set(file.quantities.map((one) => one.id));
  const problems: string[] = [];
  const known = (name: string, where: string) => {
    if (!quantities.has(name))
      problems.push(`${where}: quantity "${name}" is not among quantities (${[...quantities].join(', ')})`);
  };
  const meant = (of: object, where: string) => {
    for (const field of ['quantity', 'numerator', 'denominator', 'base'] as const) {
      const name = (of as Record<string, unknown>)[field];
      if (typeof name === 'string') known(name, where);
    }
  };
  for (const quantity of file.quantities)
    for (const name of [...(quantity.parts ?? []), ...(quantity.sumOf === undefined ? [] : [quantity.sumOf])])
      known(name, `quantities ${quantity.id}`);
  const tables = new Map(file.tables.map((table) => [table.id, table]));
  if (tables.size < file.tables.length) problems.push('tables: two tables have one id');
  for (const table of file.tables) {
    const ids = table.columns.map((column) => column.id);
    if (new Set(ids).size < ids.length) problems.push(`table ${table.id}: two columns have one id`);
    for (const column of table.columns) {
      meant(column, `table ${table.id}, column ${column.id}`);
      if (column.meaning === 'rank' && !ids.includes(column.by))
        problems.push(`table ${table.id}, column ${column.id}: there is no column "${column.by}"`);
    }
    for (const [place, row] of table.rows.entries())
      if (row.length !== ids.length + 1)
        problems.push(
          `table ${table.id}, row ${place + 1} (${row[0]}): ${row.length} entries, ${ids.length + 1} wanted: the key and one for each column`,
        );
    const keys = table.rows.map((row) => row[0]);
    const twice = keys.find((key, place) => keys.indexOf(key) !== place);
    if (twice !== undefined) problems.push(`table ${table.id}: two rows have the key "${twice}"`);
  }
  for (const claim of file.claims ?? []) {
    if ('of' in claim) meant(claim.of, `claim ${claim.id}`);
    if (claim.kind === 'count' && 'tables' in claim.counted)
      for (const table of claim.counted.tables)
        if (!tables.has(table)) problems.push(`claim ${claim.id}: there is no table "${table}"`);
  }
  return problems.slice(0, 5);
}

/** Cells with a meaning that are no numbers, and claims whose number is none: said, never taken for zero. */
function notChecked(file: AuditFile): readonly Finding[] {
  const read = new Set(cellPrints(file).map((print) => `${print.table}\t${print.row}\t${print.column}`));
  const gaps = file.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column) =>
        column.meaning === 'rank' ||
        column.meaning === 'text' ||
        read.has(`${table.id}\t${row[0]}\t${column.id}`)
          ? []
          : [`${table.id}: ${row[0]}, ${column.id}`],
      ),
    ),
  );
  if (gaps.length === 0) return [];
  return [
    {
      code: 'cells-not-read',
      severity: 'caveat',
      message: {
        ru: 'Ячейки без числа: равенства, в которые они входят, не проверены.',
        en: 'Cells without a number: identities that they belong to were not checked.',
      },
      count: gaps.length,
      examples: gaps.slice(0, 5),
    },
  ];
}

function badFile(name: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('bad-audit-file', {
    ru: `Файл проверки «${name}» не принят: ${ru}. Строение файла: docs/audit.md и trajecta schema audit-file; пример: examples/paper-audit/paper.json.`,
    en: `The audit file "${name}" is not accepted: ${en}. Its structure: docs/audit.md and trajecta schema audit-file; an example: examples/paper-audit/paper.json.`,
  });
}
