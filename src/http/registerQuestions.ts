import type { FastifyInstance } from 'fastify';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Answers } from './answers.ts';
import { deliver, formatOf, formats, selected } from './deliver.ts';
import { encodingOf } from './encodingOf.ts';
import type { NamedBodies } from './namedBodies.ts';
import type { Question } from './question.ts';
import { questions } from './questions.ts';
import { readOptions } from './readOptions.ts';

/** A query as it came, not checked. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One route for all questions: /api/v1/QUESTION or /api/v1/QUESTION.FORM. `asked` hears of each. */
export function registerQuestions(
  server: FastifyInstance,
  answers: Answers,
  bodies: NamedBodies,
  asked: (question: Question, query: Query) => void,
): void {
  server.get('/api/v1/:name', { exposeHeadRoute: true }, async (request, reply) => {
    const { name } = request.params as { name: string };
    const [, id, extension] = /^([a-z-]+)(?:\.([a-z0-9]+))?$/.exec(name) ?? [];
    const question = questions.find((one) => one.id === id);
    if (question === undefined) throw noQuestion(name);
    const format = formatOf(extension, request.headers.accept);
    const query = request.query as Query;
    const { options, delivery } = readOptions(question, query);
    const nameOf = (tag: string) => bodies.name(tag, format, delivery);
    reply.header('vary', 'accept, accept-encoding').header('cache-control', 'no-cache');
    // The name of the answer is known before the answer: who has it already need not wait for it.
    const known = nameOf(await answers.tag(question, options));
    asked(question, query);
    if (matches(request.headers['if-none-match'], known)) return reply.code(304).header('etag', known).send();
    const found = await answers.answer(question, options);
    reply.header('etag', nameOf(found.tag)).type(formats[format]);
    if (format === 'json') {
      const encoding = encodingOf(request);
      const body = await bodies.json(found, delivery, encoding);
      if (encoding !== 'identity') reply.header('content-encoding', encoding);
      return reply.send(body);
    }
    const body = await deliver(selected(found.answer, delivery), format, delivery.language, question);
    reply.header('content-disposition', `attachment; filename="trajecta-${question.id}.${format}"`);
    return reply.send(body);
  });
}

function matches(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === tag);
}

function noQuestion(name: string): TrajectaError {
  const known = questions.map((one) => one.id).join(', ');
  return new TrajectaError('not-found', {
    ru: `Вопроса «${name.slice(0, 60)}» нет. Есть: ${known}. Описание: /api`,
    en: `There is no question "${name.slice(0, 60)}". There are: ${known}. Described at /api`,
  });
}
