import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { BackupPlan } from '../app/backups/schedule.ts';

/** What `serve` is told of backups that make themselves. */
export interface BackupPlanOptions {
  readonly backup?: string;
  readonly backupHours: number;
  readonly backupKeep: BackupPlan['keep'];
}

export const backupPlanOptions = (): readonly Option[] => [
  new Option('--backup <folder>', 'make backups there by itself; another disk is best').env('COUNTERSIGN_BACKUP'),
  new Option('--backup-hours <hours>', 'hours from one to the next')
    .env('COUNTERSIGN_BACKUP_HOURS')
    .argParser(hours)
    .default(24),
  new Option('--backup-keep <days,weeks,months>', 'how many of the last days, weeks and months to keep one of')
    .env('COUNTERSIGN_BACKUP_KEEP')
    .argParser(keep)
    .default({ daily: 7, weekly: 5, monthly: 12 }, '7,5,12'),
];

/** Undefined while no folder is named: then none is made. */
export const planOf = ({ backup, backupHours, backupKeep }: BackupPlanOptions): BackupPlan | undefined =>
  backup === undefined || backup === ''
    ? undefined
    : { folder: resolve(backup), everyHours: backupHours, keep: backupKeep };

function hours(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number <= 24 * 31)) throw new InvalidArgumentError('hours from 1 to 744 are needed');
  return number;
}

function keep(text: string): BackupPlan['keep'] {
  const [daily, weekly, monthly] = text.split(',').map(Number);
  const counts = [daily, weekly, monthly];
  if (text.split(',').length !== 3 || counts.some((count) => !Number.isInteger(count) || (count ?? -1) < 0))
    throw new InvalidArgumentError('three whole numbers are needed: days,weeks,months');
  return { daily: daily ?? 0, weekly: weekly ?? 0, monthly: monthly ?? 0 };
}
