import { main } from '../../src/cli/main.ts';

/** Runs the command line and keeps what it says. */
export async function runTrajecta(
  ...arguments_: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const code = await main(arguments_, {
    out: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    columns: 120,
  });
  return { code, out, err };
}
