import { type Command, Option } from 'commander';
import type { Reference } from '../assess/levels.ts';
import type { Base } from '../assess/options.ts';
import type { Language } from './context.ts';

const t = {
  base: { ru: 'база индекса', en: 'base of the index' },
  reference: {
    ru: 'эталон: с кем сравнивать (по умолчанию со страной, в данных мира — с миром)',
    en: 'reference (default the country, in data of the world the world)',
  },
  union: {
    ru: 'союз — эталон, например EAEU, BRICS, EU, EMU',
    en: 'the union that is the reference, e.g. EAEU, BRICS, EU, EMU',
  },
  self: { ru: 'эталон без самого региона', en: 'the reference leaves out the region itself' },
  leaveOut: {
    ru: 'регионы вне эталона, например RU-MOW',
    en: 'regions left out of the reference, e.g. RU-MOW',
  },
  rule: {
    ru: 'правило ориентации: default, paper или файл JSON',
    en: 'orientation rule: default, paper or a JSON file',
  },
};

/** What every question of the index may choose beyond its list. */
export interface IndexArguments {
  readonly base: Base;
  readonly reference?: Reference;
  readonly union?: string;
  readonly withoutSelf?: boolean;
  readonly leaveOut?: string[];
  readonly rule: string;
}

/** Adds base, reference and rule of the index. */
export function addIndexOptions(command: Command, language: Language): Command {
  return command
    .addOption(
      new Option('--base <base>', t.base[language])
        .choices(['total', 'high-tech', 'non-resource', 'chapter', 'heading'])
        .default('total'),
    )
    .addOption(
      new Option('--reference <reference>', t.reference[language]).choices([
        'country',
        'district',
        'union',
        'world',
      ]),
    )
    .option('--union <id>', t.union[language])
    .option('--without-self', t.self[language])
    .option('--leave-out <regions...>', t.leaveOut[language])
    .option('--rule <rule>', t.rule[language], 'default');
}
