import { z } from 'zod';
import type { TwoLanguages } from '../domain/territory.ts';

/** What is wrong with a user's list, in both languages. */
export class ListFault extends Error {
  readonly text: TwoLanguages;

  constructor(text: TwoLanguages) {
    super(text.en);
    this.name = 'ListFault';
    this.text = text;
  }
}

const codeForms = 'tnved:8542311000, hs:8542, sitc4:776';

/** What a wrong entry of a list is told. */
export function wrongCode(given: string): TwoLanguages {
  return {
    ru: `«${given}» — не код; принимаются 8542, ${codeForms}, перед исключением — минус`,
    en: `"${given}" is no code; accepted are 8542, ${codeForms}, with a minus before exceptions`,
  };
}

/** What a schema finds wrong in a JSON file: each place in it with what is wanted there. */
export function schemaFault(schema: z.ZodType, given: unknown, error: z.ZodError): ListFault {
  const said = (language: 'ru' | 'en'): string => {
    const { localeError } = z.locales[language]();
    const issues = schema.safeParse(given, { error: localeError }).error?.issues ?? error.issues;
    return issues
      .slice(0, 5)
      .map((issue) => {
        const place = issue.path.map(String).join('.');
        return `${place === '' ? '' : `${place}: `}${issue.code === 'custom' ? customText(given, issue.path, language) : issue.message}`;
      })
      .join('; ');
  };
  return new ListFault({ ru: said('ru'), en: said('en') });
}

function customText(given: unknown, path: readonly PropertyKey[], language: 'ru' | 'en'): string {
  if (path.at(-2) === 'codes') {
    const entry = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], given);
    return wrongCode(String(entry))[language];
  }
  return language === 'ru'
    ? 'нужны группы (groups), коды (codes) или и то и другое'
    : 'give groups, codes or both';
}

/** A text that is no JSON: where the engine says it goes wrong, or at which character, or that it breaks off. */
export function jsonFault(text: string, error: unknown): ListFault {
  const said = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(said)?.[1];
  const token = /Unexpected token '?(.)/u.exec(said)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position)).split('\n');
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
    return new ListFault({
      ru: `файл не читается как JSON: строка ${line}, знак ${column}`,
      en: `the file is no JSON: line ${line}, character ${column}`,
    });
  }
  return new ListFault(
    token === undefined
      ? { ru: 'файл не читается как JSON: он обрывается', en: 'the file is no JSON: it is cut short' }
      : {
          ru: `файл не читается как JSON: знак «${token}» не на месте`,
          en: `the file is no JSON: "${token}" is out of place`,
        },
  );
}
