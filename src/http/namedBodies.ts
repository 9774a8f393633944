import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonicalJson.ts';
import type { TaggedAnswer } from './answers.ts';
import { type Format, selected } from './deliver.ts';
import type { Encoding } from './encodingOf.ts';
import { keptBodies } from './keptBodies.ts';
import type { Delivery } from './readOptions.ts';

const mostBytes = 64e6;

/** Answers as they are sent, each under the name that a client may ask by. */
export interface NamedBodies {
  /** ETag of an answer in a form. */
  name(tag: string, format: Format, delivery: Delivery): string;
  json(found: TaggedAnswer, delivery: Delivery, encoding: Encoding): Promise<Buffer>;
  /** Makes what will be sent, as the last reader took it. */
  prepare(found: TaggedAnswer, delivery: Delivery): Promise<void>;
}

export function namedBodies(version: string): NamedBodies {
  const bodies = keptBodies(mostBytes);
  let lastTaken: Encoding = 'br';
  const name = (tag: string, format: Format, delivery: Delivery) => {
    const text = `${tag}\n${canonicalJson({ format, delivery, version })}`;
    return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  };
  const body = ({ answer, tag }: TaggedAnswer, delivery: Delivery, encoding: Encoding) =>
    bodies.body(name(tag, 'json', delivery), encoding, () => JSON.stringify(selected(answer, delivery)));
  return {
    name,
    json: (found, delivery, encoding) => {
      lastTaken = encoding;
      return body(found, delivery, encoding);
    },
    prepare: async (found, delivery) => {
      await body(found, delivery, lastTaken);
    },
  };
}
