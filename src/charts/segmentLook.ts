import type { TwoLanguages } from '../domain/territory.ts';

export interface SegmentLook {
  /** Custom property of its colour, the same everywhere. */
  readonly colour: string;
  readonly short: TwoLanguages;
}

const known: Readonly<Record<string, SegmentLook>> = {
  aerospace: { colour: '--seg-aero', short: { ru: 'Аэрокосмическая', en: 'Aerospace' } },
  computers_electrical_instruments: {
    colour: '--seg-comp',
    short: { ru: 'Компьютеры, электротехника, приборы', en: 'Computers, electrical, instruments' },
  },
  electronics_telecom: {
    colour: '--seg-elec',
    short: { ru: 'Электроника и связь', en: 'Electronics, telecoms' },
  },
  pharma: { colour: '--seg-pharma', short: { ru: 'Фармацевтика', en: 'Pharmaceuticals' } },
  other: { colour: '--seg-other', short: { ru: 'Прочие высокие технологии', en: 'Other high technology' } },
  computers: { colour: '--seg-comp', short: { ru: 'Компьютеры', en: 'Computers' } },
  electronics: { colour: '--seg-elec', short: { ru: 'Электроника и связь', en: 'Electronics, telecoms' } },
  pharmacy: { colour: '--seg-pharma', short: { ru: 'Фармацевтика', en: 'Pharmacy' } },
  instruments: { colour: '--seg-comp', short: { ru: 'Приборы', en: 'Instruments' } },
  electrical: { colour: '--seg-comp', short: { ru: 'Электрооборудование', en: 'Electrical machinery' } },
  chemistry: { colour: '--seg-other', short: { ru: 'Химия', en: 'Chemistry' } },
  machinery: { colour: '--seg-other', short: { ru: 'Машины', en: 'Machinery' } },
  armament: { colour: '--seg-other', short: { ru: 'Вооружение', en: 'Armament' } },
  all: { colour: '--ink', short: { ru: 'Высокие технологии', en: 'High technology' } },
  rest: { colour: '--seg-rest', short: { ru: 'Остальной вывоз', en: 'All other exports' } },
};

/** Colour and short name of a segment; one that is not known takes the colour of "other" and its own name. */
export function segmentLook(id: string, name?: TwoLanguages): SegmentLook {
  return (
    (Object.hasOwn(known, id) ? known[id] : undefined) ?? {
      colour: '--seg-other',
      short: name ?? { ru: id, en: id },
    }
  );
}

/** Colour of a segment in a dot: the pale fill of all other goods would not show against the paper. */
export function dotColour(id: string, name?: TwoLanguages): string {
  return id === 'rest' ? '--dot-rest' : segmentLook(id, name).colour;
}
