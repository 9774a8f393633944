import type { Language } from '../domain/formatNumber.ts';
import { escapeHtml } from '../reports/escapeHtml.ts';
import { formats } from './deliver.ts';
import type { Question } from './question.ts';
import { acceptedText, optionTypes } from './readOptions.ts';

const t = {
  title: { ru: 'Вопросы по HTTP', en: 'Questions by HTTP' },
  lead: {
    ru: 'Те же вопросы, что у командной строки, с тем же видом ответа. Заполните поля и посмотрите ответ: ничего не уходит с этой машины.',
    en: 'The same questions as the command line with the same answers. Fill in fields and see the answer: nothing leaves this machine.',
  },
  ask: { ru: 'Спросить', en: 'Ask' },
  document: { ru: 'Описание OpenAPI 3.1', en: 'OpenAPI 3.1 document' },
  option: { ru: 'Параметр', en: 'Parameter' },
  accepted: { ru: 'Принимается', en: 'Accepted' },
  form: { ru: 'Вид ответа', en: 'Form' },
  imports: { ru: 'Импорт файлов', en: 'Imports of files' },
  home: { ru: 'К таблицам', en: 'To the dashboard' },
} as const;

/** The API as a page to read and try, without scripts and without anything from elsewhere. */
export function apiPage(
  questions: readonly Question[],
  language: Language,
  paths: Readonly<Record<string, unknown>> = {},
): string {
  const sections =
    questions.map((question) => section(question, language)).join('') + others(paths, language);
  const other = language === 'ru' ? 'en' : 'ru';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Trajecta — API</title><link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,"></head><body>
<header><b>Trajecta</b><nav><a href="/?lang=${language}">${t.home[language]}</a> · <a href="/api?lang=${other}" hreflang="${other}">${other.toUpperCase()}</a></nav></header>
<main><h1>${t.title[language]}</h1><p class="lead">${t.lead[language]}</p><p><a href="/api/v1/openapi.json?lang=${language}">${t.document[language]}</a></p>${sections}</main></body></html>`;
}

/** What is not asked but done, by its description in OpenAPI. */
function others(paths: Readonly<Record<string, unknown>>, language: Language): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, { readonly summary?: string }>>).map(
      ([method, { summary = '' }]) =>
        `<tr><td><code>${method.toUpperCase()} ${escapeHtml(path)}</code></td><td class="about">${escapeHtml(summary)}</td></tr>`,
    ),
  );
  return rows.length === 0
    ? ''
    : `<section><h2 id="imports">${t.imports[language]}</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

function section(question: Question, language: Language): string {
  const fields = Object.entries(optionTypes(question)).map(([name, type]) => {
    const id = `${question.id}-${name}`;
    const choices = type.enum ?? (type.type === 'boolean' ? [true] : undefined);
    const input =
      choices === undefined
        ? `<input id="${id}" name="${name}">`
        : `<select id="${id}" name="${name}"><option value="">–</option>${choices.map((one) => `<option>${escapeHtml(String(one))}</option>`).join('')}</select>`;
    return `<tr><td><label for="${id}"><code>${name}</code></label></td><td>${input}</td><td class="about">${escapeHtml(acceptedText(type))}</td></tr>`;
  });
  const table =
    fields.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">${t.option[language]}</th><th scope="col"></th><th scope="col">${t.accepted[language]}</th></tr></thead><tbody>${fields.join('')}</tbody></table>`;
  const forms = Object.keys(formats)
    .map((name) => `<button formaction="/api/v1/${question.id}.${name}">${name.toUpperCase()}</button>`)
    .join(' ');
  return `<section><h2 id="${question.id}">${escapeHtml(question.about[language])}</h2><p class="about"><code>GET /api/v1/${question.id}</code></p><form method="get" action="/api/v1/${question.id}">${table}<p>${t.ask[language]}: ${forms}</p></form></section>`;
}
