import type { Texts } from '../../locales/index.ts';
import { BackupFault } from '../backup-fault.ts';
import { StartFault } from '../start-fault.ts';
import { StoreFault } from '../store/store-fault.ts';
import { exit } from './terminal.ts';

/** The command can't go on; the words are in the user's language already. Ends the program with `code`. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
  readonly code: number;
  /** For `--json`. */
  readonly problem: Readonly<Record<string, unknown>>;
  constructor(
    code: (typeof exit)[keyof typeof exit],
    message: string,
    problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.problem = problem;
  }
}

/** Faults of start that a user can mend; any other is a defect or a broken machine and shows where it came from. */
const worded = new Set<string>([
  'start.port-taken',
  'start.port-forbidden',
  'start.address-unusable',
  'start.store-unknown',
  'start.no-workers',
  'store.locked',
  'store.folder-unusable',
  'store.format-unknown',
  'store.unfinished',
  'backup.no-space',
  'backup.place-unusable',
  'backup.exists',
  'backup.running',
  'backup.restoring',
  'backup.restore-no-space',
  'backup.restore-cut-off',
  'backup.unknown',
  'backup.damaged',
  'backup.company-exists',
  'store.not-empty',
  'store.profile-missing',
  'store.database-away',
  'store.database-refused',
  'store.tables-missing',
  'store.migration-needed',
  'store.tables-older',
]);

/** A fault of start in the user's words, or null. */
export function failureOf(error: unknown, texts: Texts): CommandFailure | null {
  if (error instanceof CommandFailure) return error;
  if (error instanceof StoreFault && error.code === 'store.write-failed')
    return new CommandFailure(exit.fault, texts(`problems:store.${error.details.because ?? 'disk-failing'}`), {
      code: error.code,
      ...error.details,
    });
  if (
    !(error instanceof StartFault || error instanceof StoreFault || error instanceof BackupFault) ||
    !worded.has(error.code)
  )
    return null;
  // What names the database, where no option did.
  const words = { setting: 'COUNTERSIGN_STORE', ...error.details };
  return new CommandFailure(exit.fault, texts(`cli:fault.${error.code}`, words), {
    code: error.code,
    ...error.details,
  });
}
