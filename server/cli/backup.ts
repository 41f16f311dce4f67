import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import type { Instant } from '../../core/value/date.ts';
import type { Texts } from '../../locales/index.ts';
import { storeSettingOf } from '../place.ts';
import type { Clock, KeptBackup } from '../ports.ts';
import { StoreFault } from '../store/store-fault.ts';
import { answered, type ConnectOptions, connect, serverOption, userOption } from './connect.ts';
import { CommandFailure } from './failure.ts';
import { dataOption } from './serve.ts';
import { exit, jsonOption, localeOption, print, printJson, progress, tellOf, textsFor } from './terminal.ts';

interface BackupOptions extends ConnectOptions {
  readonly data: string;
  readonly company: string;
}
type Made = Pick<KeptBackup, 'folder' | 'at' | 'bytes' | 'counts'>;

/**
 * `backup DIR`: a whole copy of one company in a folder of its own, while work goes on. Where a server has the company open,
 * it is asked; else the store is opened here, and nobody needs a password for what he can read anyway.
 */
export const backupCommand = () =>
  new Command('backup')
    .description('copy a company, whole and checked, into a new folder inside DIR; the server may run')
    .argument('<dir>', 'where backups are kept; another disk is best')
    .addOption(dataOption())
    .option('--company <id>', 'company to back up', 'own')
    .addOption(serverOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(backup);

async function backup(dir: string, options: BackupOptions): Promise<void> {
  const texts = textsFor(options);
  const folder = resolve(dir);
  const made = (await madeHere(folder, options, texts)) ?? (await madeByServer(folder, options, texts));
  if (options.json) return printJson(made);
  const { records, files, lost } = made.counts;
  const size = `${Math.ceil(made.bytes / 1024 ** 2)} MiB`;
  print(texts('cli:backup.made', { folder: made.folder, records, files, size }));
  if (lost > 0) print(texts('cli:backup.lost', { count: lost }));
}

/** Null: a server has it open, and must do it. */
async function madeHere(folder: string, options: BackupOptions, texts: Texts): Promise<Made | null> {
  const { data, company } = options;
  // Loaded here only: no other command needs them.
  const { chooseStores } = await import('../choose-stores.ts');
  const { Backups } = await import('../app/backups/backups.ts');
  const { BackupFolder } = await import('../backup/backup-folder.ts');
  const clock: Clock = { now: () => new Date().toISOString() as Instant };
  const stores = await chooseStores({
    ...storeSettingOf(),
    dataFolder: data,
    clock,
    onFault: tellOf,
  });
  try {
    if (!(await stores.own()).includes(company)) return null;
    const store = await stores.open({ id: company, sample: false, clock, prepare: async () => {} });
    try {
      const placeAt = (place: string) => new BackupFolder(place);
      const backups = new Backups({ company, store, clock, placeAt, onFault: tellOf });
      return await shown(backups.make(folder), () => backups.state().running, options, texts);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'store.locked') return null;
    throw error;
  } finally {
    await stores.close();
  }
}

async function madeByServer(folder: string, options: BackupOptions, texts: Texts): Promise<Made> {
  const client = await connect(options, 'administrator');
  const asked = await answered(options, () => client.call('startBackup', { body: { folder } }));
  const state = { now: asked };
  const done = async (): Promise<Made> => {
    while (state.now.running !== null) {
      await wait(pollMs);
      state.now = await answered(options, () => client.call('backups', {}));
    }
    const { last, failed } = state.now;
    if (failed !== null) throw new CommandFailure(exit.fault, failed.message, { folder: failed.folder });
    if (last === null) throw new Error('the server ended a backup and tells of none');
    return last;
  };
  return shown(done(), () => state.now.running, options, texts);
}

const pollMs = 300;

/** A bar while it is made. */
async function shown(
  making: Promise<Made>,
  running: () => { readonly done: number; readonly parts: number } | null,
  options: BackupOptions,
  texts: Texts,
): Promise<Made> {
  let bar: ReturnType<typeof progress> | null = null;
  let drawn = 0;
  const timer = setInterval(() => {
    const now = running();
    if (now === null || now.parts === 0) return;
    bar ??= progress(now.parts, texts('cli:backup.progress'), options);
    for (; drawn < now.done; drawn += 1) bar.step();
  }, pollMs);
  try {
    return await making;
  } finally {
    clearInterval(timer);
    (bar as ReturnType<typeof progress> | null)?.end();
  }
}
