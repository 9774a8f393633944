import { z } from 'zod';
import { importSettingsSchema } from '../../api/importSettings.ts';
import { importAnswerSchema, importListSchema, importPreviewSchema } from '../../api/imports.ts';
import type { Language } from '../../domain/formatNumber.ts';
import type { TwoLanguages } from '../../domain/territory.ts';

type Json = Readonly<Record<string, unknown>>;

const t = {
  list: { ru: 'Импорты этого запуска сервера', en: 'Imports of this run of the server' },
  send: {
    ru: 'Отправить файл; сам импорт начинает start',
    en: 'Send a file; start begins the import itself',
  },
  state: { ru: 'Состояние импорта', en: 'State of an import' },
  events: {
    ru: 'Ход импорта: события state с состоянием в JSON, пока он не кончится',
    en: 'Progress: events named state, with the state in JSON, until the import ends',
  },
  preview: {
    ru: 'Как файл прочитан с этими настройками: первые строки, определённое, смысл столбцов',
    en: 'The file as read by these settings: first rows, what was detected, meaning of the columns',
  },
  start: {
    ru: 'Начать импорт; второй, пока идёт первый, получает 409',
    en: 'Begin the import; a second one meanwhile gets 409',
  },
  cancel: { ru: 'Прервать импорт', en: 'Cancel the import' },
  remove: { ru: 'Убрать файл', en: 'Remove the file' },
  name: { ru: 'как называется файл; подпись, не путь', en: 'what the file is called; a label, no path' },
} satisfies Record<string, TwoLanguages>;

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const written = {
  name: 'X-Trajecta',
  in: 'header',
  required: true,
  schema: { type: 'string', enum: ['1'] },
};
const refused = {
  description: 'refusal',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } },
};
const security = [{}, { token: [] }];

/** Paths of imports for the OpenAPI document, from the schemas that requests and answers are made of. */
export function importPaths(language: Language): Json {
  const settings = {
    content: { 'application/json': { schema: jsonSchema(importSettingsSchema, 'input') } },
  };
  const answer = (status: number, schema: z.ZodType) => ({
    [status]: { description: 'OK', content: { 'application/json': { schema: jsonSchema(schema) } } },
    default: refused,
  });
  const read = (operationId: string, summary: TwoLanguages, more: Json) => ({
    operationId,
    summary: summary[language],
    ...more,
  });
  const write = (operationId: string, summary: TwoLanguages, more: Json, parameters: readonly Json[]) => ({
    operationId,
    summary: summary[language],
    security,
    parameters: [...parameters, written],
    ...more,
  });
  return {
    '/api/v1/imports': {
      get: read('imports', t.list, { responses: answer(200, importListSchema) }),
      post: write(
        'import-send',
        t.send,
        {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
          responses: answer(201, importAnswerSchema),
        },
        [{ name: 'name', in: 'query', schema: { type: 'string' }, description: t.name[language] }],
      ),
    },
    '/api/v1/imports/{id}': {
      get: read('import', t.state, { parameters: [id], responses: answer(200, importAnswerSchema) }),
      delete: write(
        'import-remove',
        t.remove,
        { responses: { 204: { description: 'OK' }, default: refused } },
        [id],
      ),
    },
    '/api/v1/imports/{id}/events': {
      get: read('import-events', t.events, {
        parameters: [id],
        responses: {
          200: { description: t.events[language], content: { 'text/event-stream': {} } },
          default: refused,
        },
      }),
    },
    '/api/v1/imports/{id}/preview': {
      post: write(
        'import-preview',
        t.preview,
        { requestBody: settings, responses: answer(200, importPreviewSchema) },
        [id],
      ),
    },
    '/api/v1/imports/{id}/start': {
      post: write(
        'import-start',
        t.start,
        { requestBody: settings, responses: answer(202, importAnswerSchema) },
        [id],
      ),
    },
    '/api/v1/imports/{id}/cancel': {
      post: write('import-cancel', t.cancel, { responses: answer(200, importAnswerSchema) }, [id]),
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
