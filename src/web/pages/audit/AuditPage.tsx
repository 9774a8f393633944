import '../../style/words.css';
import './audit.css';
import { useState } from 'react';
import type { AuditAnswer } from '../../../api/audit.ts';
import { type AuditCase, auditCases } from '../../../api/auditCases.ts';
import type { AuditDocument } from '../../../api/auditQuestion.ts';
import { auditSentences } from '../../../narrative/auditSentences.ts';
import { useAnswer } from '../../answers.ts';
import { Tabs } from '../../components/Figure.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Say } from '../../components/Say.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { AuditedDocument } from './AuditedDocument.tsx';
import { type Own, OwnDocument } from './OwnDocument.tsx';
import { PublishedSection } from './PublishedSection.tsx';

const caseNames: Readonly<Record<AuditCase, { readonly ru: string; readonly en: string }>> = {
  paper: { ru: 'Статья (встроенный случай)', en: 'The paper (built in)' },
  'world-bank-seeded': { ru: 'Всемирный банк, с десятью ошибками', en: 'World Bank, ten faults seeded' },
  'world-bank-clean': { ru: 'Всемирный банк, без ошибок', en: 'World Bank, without faults' },
};

/** Published tables held against themselves and against ours; a document of one's own is posted and forgotten. */
export default function AuditPage() {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const [own, setOwn] = useState<Own | null>(null);
  const id = auditCases.find((one) => one === query.case) ?? 'paper';
  const title = t({ ru: 'Аудит опубликованного', en: 'Audit of what is published' });
  return (
    <>
      <PageHead
        title={title}
        lead={t({
          ru: 'Напечатанное число — это промежуток: 0,1 значит от 0,05 до 0,15. Здесь найдено то, что не может быть верным вместе ни при каких значениях внутри этих промежутков; какая из ячеек виновата, не утверждается.',
          en: 'A printed number is a range: 0.1 stands for 0.05 to 0.15. Found here is what cannot be true together for any values within these ranges; which of the cells is at fault is not said.',
        })}
      >
        <OwnDocument own={own} onOwn={setOwn} />
      </PageHead>
      <div className="cases">
        {own === null ? (
          <Tabs
            name="case"
            label={t({ ru: 'Документ', en: 'Document' })}
            value={id}
            choices={auditCases.map((one) => ({ id: one, text: t(caseNames[one]) }))}
          />
        ) : null}
      </div>
      {own === null ? (
        <BuiltIn key={id} id={id} />
      ) : (
        <>
          <Say lead sentences={auditSentences(own.answer, language)} />
          <AuditedDocument document={own.document} answer={own.answer} asked={null} />
        </>
      )}
      {own === null && id === 'paper' ? <PublishedSection /> : null}
    </>
  );
}

function BuiltIn({ id }: { readonly id: AuditCase }) {
  const { t, language } = useLanguage();
  const asked = { question: 'audit', options: { case: id } };
  const answered = useAnswer<AuditAnswer>(asked);
  const printed = useAnswer<AuditDocument>({ question: 'audit-document', options: { case: id } });
  return (
    <Await answered={answered} height={600}>
      {(answer) => (
        <>
          {id === 'paper' ? (
            <p className="builtin">
              {t({
                ru: 'Встроенный случай: таблицы 1–6 и утверждения статьи, с которой начался проект; числа — как напечатаны.',
                en: 'Built-in case: tables 1 to 6 and claims of the paper that the project began with; numbers as printed.',
              })}
            </p>
          ) : null}
          <Say lead sentences={auditSentences(answer, language)} />
          <Await answered={printed} height={600}>
            {(file) => <AuditedDocument document={file.data} answer={answer} asked={asked} />}
          </Await>
        </>
      )}
    </Await>
  );
}
