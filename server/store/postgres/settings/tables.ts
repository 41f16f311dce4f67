import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CompanyProfile } from '../../../../core/policy/company.ts';
import type { PolicyVersion } from '../../../../core/policy/policy-version.ts';
import type { Person, PersonKey } from '../../../../core/record/person.ts';
import type { Account, TokenRecord } from '../../../ports.ts';
import { build } from '../connection/queries.ts';

/** Tables of a company's schema that hold its settings, people and files (migrations/). */
type SettingsTables = {
  /** One row at most. */
  readonly profile: { readonly sole: Generated<boolean>; readonly body: JSONColumnType<CompanyProfile> };
  readonly policy_versions: { readonly version: number; readonly body: JSONColumnType<PolicyVersion> };
  readonly accounts: {
    readonly id: string;
    readonly position: Generated<number>;
    readonly body: JSONColumnType<Account>;
  };
  readonly tokens: {
    readonly hash: string;
    readonly expires_at: ColumnType<Date, string, string>;
    readonly body: JSONColumnType<TokenRecord>;
  };
  readonly people: {
    readonly key: PersonKey;
    readonly salt: string;
    readonly likeness: string;
    readonly body: JSONColumnType<Person>;
  };
  readonly files: { readonly sha256: string; readonly size: number };
  readonly file_chunks: { readonly sha256: string; readonly nth: number; readonly bytes: Buffer };
};

/** Builds queries on them. */
export const settings = build.withTables<SettingsTables>();
