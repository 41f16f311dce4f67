import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Texts } from '../../locales/index.ts';
import { dataFolderOf, defaultPort, storeSettingOf } from '../place.ts';
import { type BackupPlanOptions, backupPlanOptions, planOf } from './backup-plan.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { CommandFailure } from './failure.ts';
import { httpsOrigin } from './manifest.ts';
import { type CommonOptions, exit, localeOption, say, textsFor } from './terminal.ts';

interface ServeOptions extends CommonOptions, BackupPlanOptions {
  readonly port: number;
  readonly data: string;
  readonly papersByWorkers?: true;
  readonly origin?: string;
}

export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new InvalidArgumentError('a port from 1 to 65534 is needed');
  return port;
}
export const portOption = () =>
  new Option('--port <port>', 'http port; the add-in gets the next one')
    .env('COUNTERSIGN_PORT')
    .argParser(portNumber)
    .default(defaultPort);
const originOption = () =>
  new Option('--origin <url>', 'https address under which a proxy passes requests on to this server')
    .env('COUNTERSIGN_ORIGIN')
    .argParser(httpsOrigin);
export const dataOption = () =>
  new Option('--data <folder>', 'where the data lies (COUNTERSIGN_DATA)').default(dataFolderOf());

/** `serve`: what `npm start` runs; the last line it says is the address. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('run the server and its browser desk on this computer')
    .addOption(portOption())
    .addOption(dataOption())
    .addOption(originOption())
    .option('--papers-by-workers', 'leave papers to be printed by "countersign work" on the same database')
    .addOption(localeOption());
  for (const option of backupPlanOptions()) command.addOption(option);
  return command.action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const texts = textsFor(options);
  preparePages(texts);
  // Loaded here only: checking a file needs no server.
  const { startServer } = await import('../main.ts');
  const backups = planOf(options);
  const { origin } = options;
  const server = await startServer({
    port: options.port,
    dataFolder: options.data,
    ...storeSettingOf(),
    ...(origin && { origin }),
    ...(backups && { backups }),
    papersByWorkers: options.papersByWorkers === true,
  });
  for (const { document, problem } of server.damaged) say(texts('cli:serve.damaged', { document, problem }));
  for (const { code, folder, by } of server.warnings) say(texts(`cli:serve.${code}`, { folder, by }));
  say(texts('cli:serve.stop', { place: server.place }));
  say(server.addinUrl ? texts('cli:serve.addin', { url: server.addinUrl }) : texts('cli:serve.no-certificate'));
  say(texts('cli:serve.ready', { url: server.url }));
  closeOnSignal(() => server.close());
}

/** The desk and the pane are built when their sources changed; `npm start` and `countersign serve` alike. */
function preparePages(texts: Texts): void {
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url)), '--pages'],
    {
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) throw new CommandFailure(exit.fault, texts('cli:serve.no-pages'));
}
