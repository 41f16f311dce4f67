import { type Texts, textsIn } from '../../../locales/index.ts';
import { askBackup } from '../../app/backups/ask-backup.ts';
import type { BackupState, FailedBackup } from '../../app/backups/backups.ts';
import { BackupFault } from '../../backup-fault.ts';
import type { Handlers } from '../handler.ts';
import { problem } from '../problem.ts';

/** Backups that somebody asks for while the server runs; those by plan make themselves (app/backups/schedule.ts). */
export const backupHandlers: Pick<Handlers, 'backups' | 'startBackup'> = {
  backups: async ({ caller, locale }) => stateView(caller.company.backups.state(), textsIn(locale)),
  startBackup: async ({ caller, body: { folder }, locale }) => {
    try {
      askBackup(caller.company, folder);
    } catch (error) {
      if (error instanceof BackupFault) throw problem(409, error.code, error.details);
      throw error;
    }
    return stateView(caller.company.backups.state(), textsIn(locale));
  },
};

const stateView = ({ running, last, failed, plan }: BackupState, texts: Texts) => ({
  running,
  last: last && { folder: last.folder, at: last.at, bytes: last.bytes, counts: last.counts },
  failed: failed && { folder: failed.folder, at: failed.at, message: messageOf(failed, texts) },
  plan: plan && {
    newest: plan.newest,
    failed: plan.failed && { at: plan.failed.at, message: messageOf(plan.failed, texts) },
  },
});

function messageOf({ folder, fault }: FailedBackup, texts: Texts): string {
  if (fault instanceof BackupFault) return texts(`problems:${fault.code}`, { ...fault.details });
  return texts('problems:backup.failed', { folder });
}
