import type { ColumnType, JSONColumnType } from 'kysely';
import { build } from '../connection/queries.ts';

/** Tables beside the companies' schemas, in one of their own (shared/migrations/). */
type SharedTables = {
  readonly companies: { readonly id: string; readonly sample: boolean };
  readonly notes: {
    readonly name: string;
    readonly until: ColumnType<Date, string, string>;
    readonly content: JSONColumnType<{ readonly of: unknown }>;
  };
};

/** Builds queries on them. */
export const shared = build.withTables<SharedTables>();

/** Its schema. */
export const sharedSchema = 'countersign';
