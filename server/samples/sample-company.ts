import type { CompanyProfile } from '../../core/policy/company.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { Account } from '../ports.ts';

/** A company to try Countersign with: nobody's real data, one-click users, a workbook to open. */
export interface SampleCompany {
  readonly id: 'hardware' | 'northwind';
  readonly profile: CompanyProfile;
  readonly users: readonly Account[];
  /** Set = this company lives on that day: its data is of another time. */
  readonly fixedToday?: PlainDate;
  /** The clerk's workbook as .xlsx; dates in it lie around `today`. */
  workbook(today: PlainDate): Promise<Uint8Array>;
}
