import type { CommandMeta } from '../../core/order/command.ts';
import type { CompanyProfile } from '../../core/policy/company.ts';
import type { PolicyInForce } from '../../core/policy/in-force.ts';
import type { Actor } from '../../core/policy/roles.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { Account, Printer, ReportWriter, Secrets, Store, TokenRecord } from '../ports.ts';
import type { UploadLimit } from './attachments/upload-limit.ts';
import type { Backups } from './backups/backups.ts';
import type { Calendar, Moment } from './calendar.ts';
import type { Decided } from './decided.ts';
import type { Press } from './paper-press.ts';

/** One company (账套) this server keeps: its own data, and what its use cases ask of the world. */
export interface Company {
  /** Lower-case letters, digits and hyphens; part of every token. */
  readonly id: string;
  /** Nobody's real data: users sign in with one click. */
  readonly sample: boolean;
  /** The workbook to try a sample company with. */
  readonly workbook?: (today: PlainDate) => Promise<Uint8Array>;
  readonly store: Store;
  readonly printer: Printer;
  readonly press: Press;
  readonly reportWriter: ReportWriter;
  readonly uploads: UploadLimit;
  readonly backups: Backups;
  /** Where the server may write backups that somebody asks it for; null = nowhere. */
  readonly backupFolder: string | null;
  readonly calendar: Calendar;
  readonly secrets: Secrets;
}

/** The companies this server works for; those that were started on another server of the same data among them. */
export interface Companies {
  /** Null: there is none of that id. Opens it where that hasn't happened. */
  get(id: string): Promise<Company | null>;
  /** Samples first. */
  all(): Promise<readonly Company[]>;
}

/** Whom a token names, at the moment of the request. Every use case is asked by one. */
export interface Caller {
  readonly company: Company;
  readonly profile: CompanyProfile;
  readonly policy: PolicyInForce;
  readonly user: Account;
  readonly token: TokenRecord;
  readonly moment: Moment;
  readonly decided: Decided;
}

export const actorOf = ({ user }: Caller): Actor => ({ userId: user.id, name: user.name, roles: user.roles });

/** Who, when, why and by which policy, as every command carries it. */
export const metaOf = (caller: Caller, reason?: string): CommandMeta => ({
  by: actorOf(caller),
  ...caller.moment,
  policy: caller.policy.version,
  ...(reason === undefined ? {} : { reason }),
});
