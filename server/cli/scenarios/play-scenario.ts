import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '../../../core/policy/locale.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { startServer } from '../../main.ts';
import type { Printer } from '../../ports.ts';
import { hardware } from '../../samples/hardware.ts';
import { castOf } from './cast.ts';
import { ScriptedClock } from './scripted-clock.ts';
import { Story } from './story.ts';

/** A scripted run of an office through the HTTP interface. */
export interface Scenario {
  /** The day it begins. */
  readonly begins: PlainDate;
  tell(story: Story): Promise<void>;
}
export interface Stage {
  readonly locale: Locale;
  /** Takes the story line by line. */
  readonly print: (line: string) => void;
  /** Prints the papers of the story; default: the real one. */
  readonly printer?: Printer;
}

/**
 * Plays a scenario on a server of its own: the hardware sample's books, one user a role, the folder gone afterwards.
 * @throws ProblemAnswer where the server refuses what the script doesn't expect it to
 */
export async function playScenario({ begins, tell }: Scenario, { locale, print, printer }: Stage): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'countersign-scenario-'));
  const clock = new ScriptedClock(begins, '+08:00');
  const company = { ...hardware, users: castOf(locale) };
  try {
    const server = await startServer({ port: 0, dataFolder, samples: [company], clock, ...(printer && { printer }) });
    try {
      await tell(new Story({ server: server.url, company: company.id, clock, locale, print }));
    } finally {
      await server.close();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
