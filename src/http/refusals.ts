import type { FastifyError, FastifyInstance } from 'fastify';
import type { Refusal } from '../api/refusal.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { type ErrorCode, errorCodes, TrajectaError } from '../domain/trajectaError.ts';

/** Every refusal has the same body: a code of the closed table and what to do about it, in both languages. */
export function answerErrors(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]?.slice(0, 120) ?? '';
    return reply.code(404).send(
      refusal('not-found', {
        ru: `Адреса ${path} нет. Что есть: /api`,
        en: `There is no ${path}. What there is: /api`,
      }),
    );
  });
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error instanceof TrajectaError) {
      const { httpStatus } = errorCodes[error.code];
      if (httpStatus === 503) reply.header('retry-after', '5');
      if (error.code === 'token-needed') reply.header('www-authenticate', 'Bearer');
      return reply.code(httpStatus).send(refusal(error.code, error.text));
    }
    if (error.statusCode === 413) {
      return reply
        .code(413)
        .send(refusal('too-large', { ru: 'Запрос слишком велик.', en: 'The request is too large.' }));
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply
        .code(error.statusCode)
        .send(refusal('bad-option', { ru: `Запрос не понят: ${error.message}`, en: error.message }));
    }
    // What went wrong inside is for the console of the machine, not for whoever asked.
    console.error(error);
    return reply.code(500).send({
      error: {
        code: 'internal',
        message: {
          ru: 'Внутренняя ошибка; подробности напечатаны там, где запущен сервер.',
          en: 'Internal error; the details are printed where the server runs.',
        },
      },
    });
  });
}

function refusal(code: ErrorCode, message: TwoLanguages): Refusal {
  return { error: { code, message } };
}
