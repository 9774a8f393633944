import type { Partners } from '../../../api/partners.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { segmentPartnerSentences } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { PartnerBars } from '../../components/PartnerBars.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';

/** Where the country's exports of the segment go. */
export function SegmentPartners({ segment, period }: { readonly segment: string; readonly period: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'partners', options: { ...listChoices(place), period } };
  const answered = useAnswer<Partners>(asked);
  const rowsOf = (answer: Partners) => answer.data.filter((row) => row.segment === segment);
  return (
    <Section
      title={t({ ru: 'Куда', en: 'Where to' })}
      say={answered.state === 'here' ? segmentPartnerSentences(rowsOf(answered.answer), language) : []}
    >
      <Await answered={answered}>
        {(answer) => {
          const rows = rowsOf(answer).filter((row) => row.partner === 'not-stated' || row.valueUsd > 0);
          if (!answer.manifest.hasPartners)
            return (
              <NotDrawn
                why={t({
                  ru: 'Источник не называет стран-партнёров.',
                  en: 'The source does not name partners.',
                })}
              />
            );
          if (rows.every((row) => row.partner === 'not-stated'))
            return (
              <NotDrawn
                why={t({
                  ru: 'Вывоза со страной назначения не было.',
                  en: 'There were no exports with a stated partner.',
                })}
              />
            );
          return (
            <PartnerBars
              lines={rows.map((row) => ({
                ...row,
                name: row.partnerName,
                unitName: null,
                unitValueUsd: null,
              }))}
              what={{ ru: 'сегмента', en: 'of the segment' }}
              share="share"
              colour={segmentLook(segment, rows[0]?.segmentName).colour}
              period={period}
              asked={{ ...asked, options: { ...asked.options, 'filter.segment': segment } }}
            />
          );
        }}
      </Await>
    </Section>
  );
}
