import { dotColour, segmentLook } from '../../../charts/segmentLook.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { useLanguage } from '../../language.ts';

/** Colours of the segments that a figure holds. */
export function SegmentKey({
  segments,
}: {
  readonly segments: readonly { readonly segment: string; readonly segmentName: TwoLanguages }[];
}) {
  const { language } = useLanguage();
  const found = new Map(segments.map((one) => [one.segment, segmentLook(one.segment, one.segmentName)]));
  return (
    <span className="segment-key">
      {[...found]
        .sort((a, b) => Number(a[0] === 'rest') - Number(b[0] === 'rest'))
        .map(([id, look]) => (
          <span key={id}>
            <span className="sw" style={{ background: `var(${dotColour(id)})` }} />
            {look.short[language]}
          </span>
        ))}
    </span>
  );
}
