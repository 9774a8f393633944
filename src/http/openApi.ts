import { z } from 'zod';
import { refusalSchema } from '../api/refusal.ts';
import type { Language } from '../domain/formatNumber.ts';
import { errorCodes } from '../domain/trajectaError.ts';
import { formats } from './deliver.ts';
import type { Question } from './question.ts';
import { mostRows, optionTypes } from './readOptions.ts';

export type Json = Readonly<Record<string, unknown>>;

const shared = [
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 0, maximum: mostRows },
    description: {
      ru: 'не больше строк; ответ получает поле page',
      en: 'at most so many rows; the answer gets a field page',
    },
  },
  {
    name: 'offset',
    in: 'query',
    schema: { type: 'integer', minimum: 0 },
    description: { ru: 'сколько строк пропустить', en: 'rows to pass over' },
  },
  {
    name: 'filter',
    in: 'query',
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    description: {
      ru: 'filter.ПОЛЕ=значение,значение: только строки с таким полем, например filter.territory=RU-TOM',
      en: 'filter.FIELD=value,value: only rows with such a field, for example filter.territory=RU-TOM',
    },
  },
  {
    name: 'lang',
    in: 'query',
    schema: { type: 'string', enum: ['ru', 'en'], default: 'en' },
    description: {
      ru: 'язык CSV и XLSX (CSV по-русски: точка с запятой и десятичная запятая)',
      en: 'language of CSV and XLSX (Russian CSV: semicolon and decimal comma)',
    },
  },
] as const;

/** The API in OpenAPI 3.1, from the same schemas that check requests and answers. */
export function openApi(
  questions: readonly Question[],
  more: { readonly version: string; readonly language: Language; readonly paths?: Json },
): Json {
  const { language } = more;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trajecta',
      version: more.version,
      description:
        language === 'ru'
          ? 'Те же вопросы, что у командной строки, с тем же видом ответа: data, findings, manifest. Вид ответа — расширением (assess.csv, .xlsx, .parquet) или заголовком Accept. ETag меняется с данными и вопросом.'
          : 'The same questions as the command line with the same answers: data, findings, manifest. The form by extension (assess.csv, .xlsx, .parquet) or by the header Accept. The ETag changes with the data and the question.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: withPaths(
      Object.fromEntries(
        questions.map((question) => [`/api/v1/${question.id}`, { get: operation(question, language) }]),
      ),
      more.paths ?? {},
    ),
    components: {
      schemas: { refusal: jsonSchema(refusalSchema) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** More operations, beside those that a path has already. */
function withPaths(paths: Readonly<Record<string, Json>>, more: Json): Json {
  return {
    ...paths,
    ...Object.fromEntries(
      Object.entries(more).map(([path, item]) => [path, { ...paths[path], ...(item as Json) }]),
    ),
  };
}

function operation(question: Question, language: Language): Json {
  const types = optionTypes(question);
  const required =
    (z.toJSONSchema(question.options, { io: 'input' }) as { required?: string[] }).required ?? [];
  const answer = { $ref: '#/components/schemas/refusal' };
  return {
    operationId: question.id,
    summary: question.about[language],
    parameters: [
      ...Object.entries(types).map(([name, { description, ...schema }]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
        ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
        ...(description === undefined ? {} : { description }),
      })),
      ...shared.map((parameter) => ({ ...parameter, description: parameter.description[language] })),
    ],
    responses: {
      200: {
        description: question.about[language],
        headers: { ETag: { schema: { type: 'string' } } },
        content: Object.fromEntries(
          Object.entries(formats).map(([name, type]) => [
            type.split(';')[0],
            { schema: name === 'json' ? jsonSchema(question.answer) : {} },
          ]),
        ),
      },
      304: { description: 'If-None-Match' },
      ...Object.fromEntries(
        [...new Set(Object.values(errorCodes).map((one) => one.httpStatus))].sort().map((status) => [
          status,
          {
            description: Object.entries(errorCodes)
              .filter(([, one]) => one.httpStatus === status)
              .map(([code]) => code)
              .join(', '),
            content: { 'application/json': { schema: answer } },
          },
        ]),
      ),
    },
  };
}

export function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return rest;
}
