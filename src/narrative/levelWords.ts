import { worldReporter } from '../domain/territory.ts';

/** What the levels of the data are called: regions of a country, or countries of the world. */
export interface LevelWords {
  readonly ru: {
    readonly member: string;
    readonly ofMember: string;
    readonly members: string;
    readonly ofMembers: string;
    readonly toMembers: string;
    readonly inMembers: string;
    /** Beside a number, see `russianForm`. */
    readonly counted: readonly [string, string, string];
    readonly notStated: string;
    readonly inNone: string;
    readonly noneOriented: string;
    readonly onlyOne: string;
    readonly withoutSelf: string;
    readonly years: string;
    /** What a level between the members and the whole is called. */
    readonly group: string;
    readonly whole: string;
    readonly ofWhole: string;
    readonly inWhole: string;
    readonly byWhole: string;
  };
  readonly en: {
    readonly member: string;
    readonly members: string;
    readonly group: string;
    readonly whole: string;
    /** Without the article: name of a column. */
    readonly wholeName: string;
  };
}

const ofCountry: LevelWords = {
  ru: {
    member: 'регион',
    ofMember: 'региона',
    members: 'регионы',
    ofMembers: 'регионов',
    toMembers: 'регионам',
    inMembers: 'регионах',
    counted: ['регион', 'региона', 'регионов'],
    notStated: 'регион не указан',
    inNone: 'Ни в одном регионе',
    noneOriented: 'Ни один регион не ориентирован на вывоз.',
    onlyOne: 'регион в данных один',
    withoutSelf: 'без самого региона',
    years: 'регионо-лет',
    group: 'федеральный округ',
    whole: 'страна',
    ofWhole: 'страны',
    inWhole: 'в стране',
    byWhole: 'по стране',
  },
  en: {
    member: 'region',
    members: 'regions',
    group: 'district',
    whole: 'the country',
    wholeName: 'country',
  },
};

const ofWorld: LevelWords = {
  ru: {
    member: 'страна',
    ofMember: 'страны',
    members: 'страны',
    ofMembers: 'стран',
    toMembers: 'странам',
    inMembers: 'странах',
    counted: ['страна', 'страны', 'стран'],
    notStated: 'страна не указана',
    inNone: 'Ни в одной стране',
    noneOriented: 'Ни одна страна не ориентирована на вывоз.',
    onlyOne: 'страна в данных одна',
    withoutSelf: 'без самой страны',
    years: 'страно-лет',
    group: 'союз или группа стран',
    whole: 'мир',
    ofWhole: 'мира',
    inWhole: 'в мире',
    byWhole: 'по миру',
  },
  en: {
    member: 'country',
    members: 'countries',
    group: 'union or group of countries',
    whole: 'the world',
    wholeName: 'world',
  },
};

/** The words for data of a country, or of the world. @example levelWords('WORLD').en.member // 'country' */
export function levelWords(country: string): LevelWords {
  return country === worldReporter ? ofWorld : ofCountry;
}

/** The text with its first letter a capital. @example capital('регион') // 'Регион' */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
