import type { Argument, Command, HelpConfiguration, Option } from 'commander';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Вызов:',
  'Arguments:': 'Аргументы:',
  'Options:': 'Ключи:',
  'Global Options:': 'Общие ключи:',
  'Commands:': 'Команды:',
};

/** What stands in angle brackets behind a command or an option. */
const placeholders: Readonly<Record<string, string>> = {
  options: 'ключи',
  command: 'команда',
  address: 'адрес',
  alignment: 'увязка',
  base: 'база',
  character: 'знак',
  choice: 'выбор',
  codes: 'коды',
  comparison: 'сравнение',
  contributors: 'участников',
  count: 'число',
  country: 'страна',
  digits: 'знаков',
  edition: 'редакция',
  editions: 'редакции',
  file: 'файл',
  flow: 'направление',
  folder: 'папка',
  format: 'вид',
  id: 'номер',
  language: 'язык',
  level: 'уровень',
  list: 'перечень',
  manifest: 'манифест',
  mark: 'знак',
  'meaning=name': 'смысл=имя',
  month: 'месяц',
  name: 'имя',
  names: 'имена',
  number: 'число',
  'n/percent': 'n/процент',
  path: 'путь',
  percent: 'процент',
  period: 'период',
  port: 'порт',
  rca: 'порог',
  reference: 'сравнение',
  regions: 'регионы',
  rows: 'строк',
  rule: 'правило',
  size: 'размер',
  steps: 'шагов',
  system: 'система',
  token: 'ключ',
  unit: 'единица',
  value: 'значение',
  vintage: 'загрузка',
  weights: 'веса',
  text: 'текст',
  year: 'год',
  changes: 'изменения',
  files: 'файлы',
  ids: 'имена',
  region: 'регион',
  scope: 'охват',
  territories: 'территории',
  territory: 'территория',
  usd: 'доллары',
  pairs: 'имя=значение',
  what: 'что',
  described: 'мера',
  measure: 'мера',
};

function inRussian(term: string): string {
  return term.replace(
    /([<[])([^<>[\]]+?)(\.\.\.)?([>\]])/g,
    (_all, open: string, word: string, dots = '', close: string) =>
      `${open}${placeholders[word] ?? word}${dots}${close}`,
  );
}

/** Description with what is accepted, what is taken by default, and the variable that sets it. */
function described(
  description: string,
  { argChoices, defaultValue, envVar }: Pick<Option, 'argChoices' | 'defaultValue'> & { envVar?: string },
  hasValue: boolean,
): string {
  const more = [
    argChoices === undefined ? '' : `варианты: ${argChoices.join(', ')}`,
    defaultValue === undefined || !hasValue ? '' : `по умолчанию ${String(defaultValue)}`,
    envVar === undefined ? '' : `переменная среды ${envVar}`,
  ].filter((text) => text !== '');
  return more.length === 0 ? description : `${description} (${more.join('; ')})`.trim();
}

/** How the help of every command is written in Russian. */
export const russianHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  commandUsage: (command) => {
    const names: string[] = [];
    for (let one: Command | null = command; one !== null; one = one.parent) names.unshift(one.name());
    return inRussian(`${names.join(' ')} ${command.usage()}`);
  },
  subcommandTerm: (command) => {
    const given = command.registeredArguments.map((one) => {
      const name = `${one.name()}${one.variadic ? '...' : ''}`;
      return one.required ? `<${name}>` : `[${name}]`;
    });
    return inRussian(
      [command.name(), ...(command.options.length > 0 ? ['[options]'] : []), ...given].join(' '),
    );
  },
  optionTerm: (option) => inRussian(option.flags),
  optionDescription: (option) => described(option.description, option, option.required || option.optional),
  argumentTerm: (argument: Argument) => placeholders[argument.name()] ?? argument.name(),
  argumentDescription: (argument) => described(argument.description, argument, true),
};

const messages: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*)'$/, 'ключа «$1» нет'],
  [/^unknown command '(.*)'$/, 'команды «$1» нет'],
  [/^missing required argument '(.*)'$/, 'не хватает аргумента <$1>'],
  [/^option '(.*)' argument missing$/, 'у ключа «$1» не указано значение'],
  [/^required option '(.*)' not specified$/, 'нужен ключ «$1»'],
  [/^option '(.*)' argument '(.*)' is invalid\. ?(.*)$/, 'ключ «$1»: значение «$2» не годится. $3'],
  [
    /^option '(.*)' value '(.*)' from env '(.*)' is invalid\. ?(.*)$/,
    'ключ «$1»: значение «$2» из переменной среды $3 не годится. $4',
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. ?(.*)$/,
    'аргумент <$2>: значение «$1» не годится. $3',
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)(?:: .*)?\.$/,
    'лишние аргументы: нужно $2, указано $3',
  ],
];

/** A mistake in the command line, as commander words it, in Russian. @example russianError("error: unknown option '--al'\n(Did you mean --all?)\n") // 'Ошибка: ключа «--al» нет\n(Может быть, --all?)\n' */
export function russianError(text: string): string {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  const said = first.replace(/^error: /, '');
  const found = messages.find(([pattern]) => pattern.test(said));
  const message = found === undefined ? said : said.replace(found[0], found[1]);
  const lines = [`Ошибка: ${inRussian(message)}`, ...rest].map((line) =>
    line
      .replace(/\(Did you mean one of (.*)\?\)/, '(Может быть, одно из этих: $1?)')
      .replace(/\(Did you mean (.*)\?\)/, '(Может быть, $1?)')
      .replace(/Allowed choices are (.*)\.$/, 'Варианты: $1.')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
