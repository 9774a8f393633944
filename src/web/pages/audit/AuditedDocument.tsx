import { useContext } from 'react';
import type { AuditAnswer } from '../../../api/audit.ts';
import { tableSentences } from '../../../narrative/auditSentences.ts';
import type { Asked } from '../../answers.ts';
import { Figure } from '../../components/Figure.tsx';
import { Say } from '../../components/Say.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { byCell, type Document, numbered, type Table } from './auditParts.ts';
import { ClaimsTable } from './ClaimsTable.tsx';
import { FindingList } from './FindingList.tsx';
import { PrintedTable } from './PrintedTable.tsx';

/** The document as printed, table by table, with what was found in each beside it. */
export function AuditedDocument({
  document,
  answer,
  asked,
}: {
  readonly document: Document;
  readonly answer: AuditAnswer;
  /** null: a document of the reader's own, which no address names. */
  readonly asked: Asked | null;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const findings = numbered(answer.data);
  const cells = byCell(findings);
  const selected = findings.find((one) => String(one.number) === query.finding) ?? null;
  const of = (table: Table) => findings.filter((one) => one.finding.table === table.id);
  const ofText = findings.filter((one) => one.finding.table === null);
  const workspace = useContext(WorkspaceContext);
  return (
    <WorkspaceContext value={{ ...workspace, source: document.source }}>
      {document.tables.map((table) => {
        const own = of(table);
        const printed = <PrintedTable table={table} cells={cells} selected={selected} language={language} />;
        const title = t({
          ru: `Таблица ${table.id}. ${table.title.ru}`,
          en: `Table ${table.id}. ${table.title.en}`,
        });
        return (
          <section className="sec row" key={table.id} id={`table-${table.id}`}>
            <div className="c4">
              <h2>{t({ ru: `Таблица ${table.id}`, en: `Table ${table.id}` })}</h2>
              <Say
                sentences={tableSentences(
                  own.map((one) => one.finding),
                  language,
                )}
              />
              <FindingList findings={own} selected={selected} document={document} />
            </div>
            <div className="c8">
              {asked === null ? (
                <figure>
                  <div className="fh">
                    <h3 className="ft">{title}</h3>
                  </div>
                  {printed}
                </figure>
              ) : (
                <Figure
                  id={`table-${table.id}`}
                  title={title}
                  subtitle={document.source}
                  table={printed}
                  asked={{ ...asked, options: { ...asked.options, 'filter.table': table.id } }}
                  notes={[
                    t({
                      ru: 'Подчёркнуто: ячейка входит в нарушенное равенство. CSV и XLSX — противоречия этой таблицы.',
                      en: 'Underlined: the cell belongs to a broken identity. CSV and XLSX hold the contradictions of this table.',
                    }),
                  ]}
                />
              )}
            </div>
          </section>
        );
      })}
      {(document.claims ?? []).length === 0 ? null : (
        <section className="sec row" id="claims">
          <div className="c4">
            <h2>{t({ ru: 'Утверждения текста', en: 'Claims of the text' })}</h2>
            <Say
              sentences={tableSentences(
                ofText.map((one) => one.finding),
                language,
              )}
            />
            <FindingList findings={ofText} selected={selected} document={document} />
          </div>
          <div className="c8">
            <ClaimsTable document={document} cells={cells} selected={selected} />
          </div>
        </section>
      )}
    </WorkspaceContext>
  );
}
