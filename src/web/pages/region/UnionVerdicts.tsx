import type { AssessmentRow } from '../../../api/assessment.ts';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { Verdicts } from './Verdicts.tsx';

/** Index and verdicts of a union: it is the sum of its members, and what lies below a segment stands on their pages. */
export function UnionVerdicts({
  rows,
  name,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly name: string;
}) {
  const { t } = useLanguage();
  return (
    <Section
      title={t({ ru: 'Индекс и ориентация', en: 'Index and orientation' })}
      say={[
        [
          t({
            ru: `${name} — сумма стран, входивших сюда в этом периоде; индекс — от сумм, не среднее.`,
            en: `${name} is the sum of the countries that belonged to it in the period; the index is that of the sums, not a mean.`,
          }),
        ],
      ]}
    >
      <Verdicts rows={rows} />
      <p className="fs">
        {t({
          ru: 'Состав по товарам, годы и партнёров показывают страницы самих стран: ',
          en: 'Products, years and partners stand on the pages of the countries themselves: ',
        })}
        <a href={addressOf('region', null)}>{t({ ru: 'все страны', en: 'all countries' })}</a>
      </p>
    </Section>
  );
}
