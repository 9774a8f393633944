import { type Command, InvalidArgumentError } from 'commander';
import type { CliEffects, GlobalOptions, Language } from './context.ts';

const t = {
  about: {
    ru: 'показать таблицы рабочей области в браузере',
    en: 'show the tables of the workspace in the browser',
  },
  port: {
    ru: 'порт (по умолчанию 4317 или следующий свободный)',
    en: 'port (default 4317 or the next free one)',
  },
  year: { ru: 'год (по умолчанию последний)', en: 'year (default: the last one)' },
  at: { ru: 'Страница', en: 'Page' },
  stop: { ru: 'Остановить: Ctrl+C', en: 'Stop: Ctrl+C' },
};

export function registerServe(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('serve')
    .description(t.about[language])
    .option('--port <port>', t.port[language], whole)
    .option('--year <year>', t.year[language], whole)
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & { port?: number; year?: number }>();
      await serveWorkspace(options.workspace, options, language, effects);
    });
}

/** Serves the first page of a workspace on loopback until the process is stopped. */
export async function serveWorkspace(
  folder: string,
  options: { readonly port?: number; readonly year?: number },
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { serve } = await import('../http/serve.ts');
  const workspace = await openWorkspace(folder);
  const server = await serve(workspace, {
    language,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.year === undefined ? {} : { year: options.year }),
  });
  effects.out(`\n${t.at[language]}: ${server.address}\n${t.stop[language]}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  await workspace.close();
}

export function whole(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('0–65535');
  return Number(text);
}
