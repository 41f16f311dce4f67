import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import { Option } from 'commander';
import { type Locale, localeOf, locales } from '../../core/policy/locale.ts';
import { type Texts, textsIn } from '../../locales/index.ts';

/** Exit codes of every command. */
export const exit = { clean: 0, findings: 1, unreadable: 2, away: 3, usage: 64, fault: 70 } as const;

/** What every command is told: the language, and whether a program reads the answer. */
export interface CommonOptions {
  readonly json?: true;
  readonly locale?: Locale;
}
export const jsonOption = () => new Option('--json', 'print one JSON document, for programs');
export const localeOption = () => new Option('--locale <locale>', 'language of the texts').choices([...locales]);

/** The language asked for, else the terminal's. */
export const localeFor = (options: CommonOptions): Locale =>
  options.locale ??
  localeOf((process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').replace('_', '-'));
export const textsFor = (options: CommonOptions): Texts => textsIn(localeFor(options));

/** Results go to stdout, and nothing else does. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
/** What a person wants to know meanwhile; stderr, so that it never mixes with results. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Asks for a secret without showing what is typed; null where nobody sits at a terminal. */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.once('SIGINT', () => process.exit(130));
  process.stderr.write(`${question}: `);
  try {
    return await lines.question('');
  } finally {
    lines.close();
    say('');
  }
}

export interface Progress {
  step(): void;
  end(): void;
}
/** A bar on long work; nothing where nobody looks (pipe, log, `--json`). */
export function progress(total: number, label: string, options: CommonOptions): Progress {
  if (!process.stderr.isTTY || options.json || total < 2) return { step: () => {}, end: () => {} };
  const bar = new SingleBar({ format: `${label} {bar} {value}/{total}`, barsize: 30, stream: process.stderr });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}

/** Says a fault that nobody waits for: what it was in the middle of is tried again. */
export const tellOf = (fault: unknown): void => say(fault instanceof Error ? fault.message : String(fault));
