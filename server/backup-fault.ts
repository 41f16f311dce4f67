/** Why a backup was not made or not restored; stable codes, worded in locales (`cli:fault.…`, `problems:…`). */
export type BackupFaultCode =
  /** The place lacks the room, judged before anything was written or when the disk ran full. */
  | 'backup.no-space'
  | 'backup.place-unusable'
  /** There is a backup of that name already. */
  | 'backup.exists'
  /** Another one of this company, or into this place, is being made. */
  | 'backup.running'
  /** Asked of a server: samples aren't backed up, it was given no folder for backups, or another than this one. */
  | 'backup.sample'
  | 'backup.no-folder'
  | 'backup.elsewhere'
  /** Not a backup, or one of a newer program. */
  | 'backup.unknown'
  /** Its files aren't those that were written. */
  | 'backup.damaged'
  /** Another restore into this place is under way. */
  | 'backup.restoring'
  /** The place it is restored to ran full, or takes nothing any more; details name what stays begun. */
  | 'backup.restore-no-space'
  | 'backup.restore-cut-off'
  /** The company is there already; nothing is overwritten. */
  | 'backup.company-exists';

/** Nothing was half done: what was begun is taken away or left under a name that says so. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly code: BackupFaultCode;
  /** Plain JSON for the log and for the message shown. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: BackupFaultCode,
    message: string,
    details: Readonly<Record<string, string | number>>,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
