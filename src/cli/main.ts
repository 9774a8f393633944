import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { packageRoot } from '../classifications/dataFile.ts';
import { errorCodes, TrajectaError } from '../domain/trajectaError.ts';
import { keepHeapSmall, memorySetting } from '../store/memory.ts';
import { registerApproaches } from './approaches.ts';
import { registerAsk } from './ask.ts';
import { registerAssess } from './assess.ts';
import { registerAudit } from './audit.ts';
import { registerCheck } from './check.ts';
import { registerClassifications } from './classifications.ts';
import { registerClassify } from './classify.ts';
import { registerCompact } from './compact.ts';
import { registerCompare } from './compare.ts';
import { type CliEffects, defaultEffects, type Language, languageOf } from './context.ts';
import { registerDemo } from './demo.ts';
import { registerDiff } from './diff.ts';
import { registerDiversify } from './diversify.ts';
import { registerExplain } from './explain.ts';
import { registerFetch } from './fetch.ts';
import { registerHighTech } from './highTech.ts';
import { registerImport } from './import.ts';
import { registerMeasure } from './measure.ts';
import { registerOpportunities } from './opportunities.ts';
import { registerProduct } from './product.ts';
import { registerReconcile } from './reconcile.ts';
import { registerRerun } from './rerun.ts';
import { russianError, russianHelp } from './russianHelp.ts';
import { registerSchema } from './schema.ts';
import { registerScorecard } from './scorecard.ts';
import { registerServe } from './serve.ts';
import { registerStart } from './start.ts';
import { registerStatus } from './status.ts';
import { registerTrajectory } from './trajectory.ts';
import { registerUncertainty } from './uncertainty.ts';
import { registerVintages } from './vintages.ts';

const texts = {
  about: {
    ru: 'Что регионы страны на самом деле вывозят в высоких технологиях: от таможенной выгрузки до сегментов, индекса и вердикта.',
    en: "What a country's regions really export in high technology: from a customs unload to segments, index and verdict.",
  },
  workspace: { ru: 'папка рабочей области', en: 'workspace folder' },
  memory: {
    ru: 'память, которую можно занять, например 1GB (по умолчанию 4 ГиБ или половина машины, что меньше)',
    en: 'memory that may be taken, e.g. 1GB (default: 4 GiB or half of the machine, whichever is less)',
  },
  lang: { ru: 'язык ответов', en: 'language of answers' },
  help: { ru: 'показать эту справку', en: 'display help for command' },
  helpCommand: { ru: 'справка о команде', en: 'display help for command' },
  version: { ru: 'показать версию программы', en: 'output the version number' },
};

/** Runs the command line; returns the exit code. Answers go to stdout, everything else to stderr. */
export async function main(
  arguments_: readonly string[],
  effects: CliEffects = defaultEffects,
): Promise<number> {
  const language = languageOf(arguments_);
  const program = new Command('trajecta')
    .description(texts.about[language])
    .version(version(), '-V, --version', texts.version[language])
    .helpOption('-h, --help', texts.help[language])
    .helpCommand('help [command]', texts.helpCommand[language])
    .configureHelp(language === 'ru' ? russianHelp : {})
    .addOption(
      new Option('-w, --workspace <folder>', texts.workspace[language])
        .default('trajecta-workspace')
        .env('TRAJECTA_WORKSPACE'),
    )
    .addOption(new Option('--lang <language>', texts.lang[language]).choices(['ru', 'en']).default(language))
    .addOption(new Option('--memory <size>', texts.memory[language]).env('TRAJECTA_MEMORY'))
    .hook('preAction', (_program, command) => {
      const { memory } = command.optsWithGlobals<{ memory?: string }>();
      // The store reads it where it opens a database, whoever asks it to.
      if (memory !== undefined) process.env.TRAJECTA_MEMORY = memory;
      keepHeapSmall(memorySetting());
    })
    .configureOutput({
      writeOut: (text) => effects.out(text),
      writeErr: (text) => effects.err(text),
      outputError: (text, write) => write(language === 'ru' ? russianError(text) : text),
    })
    .showHelpAfterError()
    .exitOverride();
  const register = [
    registerStart,
    registerDemo,
    registerImport,
    registerAssess,
    registerHighTech,
    registerStatus,
    registerCheck,
    registerVintages,
    registerCompact,
    registerServe,
    registerAsk,
    registerExplain,
    registerRerun,
    registerDiff,
    registerProduct,
    registerReconcile,
    registerClassify,
    registerClassifications,
    registerMeasure,
    registerFetch,
    registerCompare,
    registerApproaches,
    registerAudit,
    registerScorecard,
    registerTrajectory,
    registerDiversify,
    registerOpportunities,
    registerUncertainty,
    registerSchema,
  ];
  for (const one of register) one(program, language, effects);
  inherit(program);
  try {
    await program.parseAsync([...arguments_], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, language, effects);
  }
}

/** Every command takes --workspace and --lang behind its name too, and reports its mistakes the same way. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    if (child.commands.length === 0) {
      child
        .addOption(new Option('-w, --workspace <folder>').hideHelp())
        .addOption(new Option('--lang <language>').choices(['ru', 'en']).hideHelp())
        .addOption(new Option('--memory <size>').hideHelp());
    }
    inherit(child);
  }
}

function report(error: unknown, language: Language, effects: CliEffects): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof TrajectaError) {
    effects.err(`${language === 'ru' ? 'Ошибка' : 'Error'} [${error.code}]: ${error.text[language]}\n`);
    return errorCodes[error.code].exitCode;
  }
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    effects.err(`${language === 'ru' ? 'Ошибка' : 'Error'} [${code}]: ${syscall} ${path ?? ''}\n`);
    return errorCodes['cannot-write'].exitCode;
  }
  effects.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

/** Version of the program, from package.json. */
export function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
}
