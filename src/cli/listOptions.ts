import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LinkWeights } from '../classifications/concordanceBetween.ts';
import type { DisclosureRule } from '../domain/disclosureControl.ts';
import { type HsEdition, hsEditions } from '../domain/edition.ts';
import type { Alignment, Revision } from '../domain/highTechnologyList.ts';
import type { Flow } from '../store/cube.ts';
import type { Language } from './context.ts';

const t = {
  flow: { ru: 'направление', en: 'flow' },
  segments: {
    ru: 'four, eight, nine, файл JSON или таблица кодов (CSV, XLSX)',
    en: 'four, eight, nine, a JSON file or a table of codes (CSV, XLSX)',
  },
  list: { ru: 'перечень: МСТК ред. 4 или 3', en: 'list: SITC Rev.4 or Rev.3' },
  alignment: { ru: 'увязка перечня с ГС', en: 'alignment of the list with the HS' },
  reExports: { ru: 'реэкспорт', en: 're-exports' },
  inEdition: {
    ru: 'привести все годы к одной редакции ГС, например HS2012',
    en: 'bring all years to one edition of the HS, e.g. HS2012',
  },
  hideBelow: {
    ru: 'для публикации: скрыть ячейки, за которыми меньше участников, например 3',
    en: 'for publication: hide cells with fewer contributors, e.g. 3',
  },
  hideDominated: {
    ru: 'для публикации: скрыть ячейки, где N крупнейших дают больше доли, например 2/85',
    en: 'for publication: hide cells of which the n largest make more than a share, e.g. 2/85',
  },
  weights: {
    ru: 'как делить коды с несколькими соответствиями',
    en: 'how codes with several counterparts are parted',
  },
};

/** What every question of high technology may choose: flow, segments, list, alignment, re-exports. */
export interface ListArguments {
  readonly flow: Flow;
  readonly segments: string;
  readonly list: 'rev4' | 'rev3';
  readonly alignment: Alignment;
  readonly reExports: 'exclude' | 'include';
  readonly inEdition?: HsEdition;
  readonly weights?: LinkWeights;
  readonly hideBelow?: number;
  readonly hideDominated?: DisclosureRule['dominance'];
}

/** Adds the options of a question of high technology. */
export function addListOptions(
  command: Command,
  language: Language,
  defaults: {
    readonly segments: string;
    readonly reExports: 'exclude' | 'include';
    /** Options of tables to be published; left out: there are; `refused`: taken to be refused with the reason, not shown in help. */
    readonly disclosure?: false | 'refused';
    /** Another edition of the HS than that of the data; left out: there is. */
    readonly editions?: false;
  },
): Command {
  const choice = (flags: string, text: string, choices: readonly string[], standard: string) =>
    command.addOption(new Option(flags, text).choices(choices).default(standard));
  choice('--flow <flow>', t.flow[language], ['export', 'import'], 'export');
  command.option('--segments <system>', t.segments[language], defaults.segments);
  choice('--list <list>', t.list[language], ['rev4', 'rev3'], 'rev4');
  choice('--alignment <alignment>', t.alignment[language], ['resolved', 'un-conversion'], 'resolved');
  if (defaults.editions !== false)
    command
      .addOption(new Option('--in-edition <edition>', t.inEdition[language]).choices(hsEditions))
      .addOption(
        new Option('--weights <weights>', t.weights[language]).choices(['conversion', 'equal', 'trade']),
      );
  if (defaults.disclosure !== false)
    for (const option of [
      new Option('--hide-below <contributors>', t.hideBelow[language]).argParser<unknown>(contributors),
      new Option('--hide-dominated <n/percent>', t.hideDominated[language]).argParser<unknown>(dominance),
    ])
      command.addOption(defaults.disclosure === 'refused' ? option.hideHelp() : option);
  return choice('--re-exports <choice>', t.reExports[language], ['exclude', 'include'], defaults.reExports);
}

/** SITC revision that `--list` names. */
export function revisionOf(options: ListArguments): Revision {
  return options.list === 'rev3' ? 3 : 4;
}

/** The rule of disclosure control that the options ask for, or none. */
export function disclosureOf(options: ListArguments): { readonly disclosure?: DisclosureRule } {
  const { hideBelow, hideDominated } = options;
  if (hideBelow === undefined && hideDominated === undefined) return {};
  return { disclosure: { threshold: hideBelow ?? null, dominance: hideDominated ?? null } };
}

function contributors(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('3');
  return Number(text);
}

function dominance(text: string): DisclosureRule['dominance'] {
  const parts = /^([1-9])\/(\d{1,2}(?:\.\d+)?)$/.exec(text);
  if (parts === null) throw new InvalidArgumentError('2/85');
  return { largest: Number(parts[1]), percent: Number(parts[2]) };
}
