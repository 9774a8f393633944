import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encodingOf.ts';

const compressors: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text) => promisify(gzip)(text, { level: 6 }),
  identity: async (text) => Buffer.from(text),
};

export interface KeptBodies {
  /** The bytes of an answer by its name and compression; made by `text` where they are not kept. */
  body(name: string, encoding: Encoding, text: () => string): Promise<Buffer>;
}

/** Answers as they were sent, at most so many bytes of them: asked for again they are neither written nor compressed anew. */
export function keptBodies(most: number): KeptBodies {
  const kept = new Map<string, Promise<Buffer>>();
  let bytes = 0;
  const drop = (key: string, size: number) => {
    kept.delete(key);
    bytes -= size;
  };
  return {
    body: (name, encoding, text) => {
      const key = `${name} ${encoding}`;
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const made = compressors[encoding](text());
      kept.set(key, made);
      made.then(
        async ({ length }) => {
          bytes += length;
          for (const [oldest, body] of kept) {
            if (bytes <= most || oldest === key) break;
            drop(oldest, (await body).length);
          }
        },
        () => kept.delete(key),
      );
      return made;
    },
  };
}
