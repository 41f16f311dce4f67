import { Command } from 'commander';
import { storeSettingOf } from '../place.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { type CommonOptions, localeOption, say, textsFor } from './terminal.ts';

/** `work`: prints papers for the servers on the same database. */
export const workCommand = () =>
  new Command('work')
    .description('print papers for the servers on the database in COUNTERSIGN_STORE; listens to nobody')
    .addOption(localeOption())
    .action(work);

async function work(options: CommonOptions): Promise<void> {
  const texts = textsFor(options);
  // Loaded here only: no other command but serve needs the database.
  const { startWorker } = await import('../work.ts');
  const { place, close } = await startWorker({
    ...storeSettingOf(),
    tell: ({ err }, words) => say(`${words}: ${err instanceof Error ? err.message : String(err)}`),
  });
  say(texts('cli:work.ready', { place }));
  closeOnSignal(close);
}
