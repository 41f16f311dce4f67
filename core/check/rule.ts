import type { Field } from '../sheet/fields.ts';
import type { CheckCode } from './codes.ts';
import type { CheckContext } from './context.ts';
import type { Detail } from './detail.ts';
import type { Shown } from './finding.ts';
import type { Item } from './knowledge.ts';
import type { Need } from './need.ts';
import type { Place } from './place.ts';

/**
 * One thing that is checked. A rule is pure and independent of the others: their order changes nothing. It says what it saw
 * and where; check.ts makes findings of that, with severity, cell and file.
 */
export interface Rule {
  /** Names it in "not checked" findings: locales/…/findings.json `rule.<name>`. */
  readonly name: string;
  /** All it can report. */
  readonly codes: readonly CheckCode[];
  readonly scope: Scope;
  /** Without these it can't run, which is reported as `check.not-run` with the reason: nothing passes unchecked in silence. */
  readonly needs: readonly Need[];
  check(context: CheckContext): readonly Observation[];
}

/**
 * What a rule looks at, besides the books, to judge a row: the row with its order's head (customer, currency, dates); the
 * other rows of its order; or the whole check, other orders and tables with it. A part of the orders, checked alone, gets
 * the same findings from all rules but those of scope `check`.
 */
export type Scope = 'row' | 'order' | 'check';

export type CellContent = string | number;

/** How a date is written into a cell, as `format` of its observation. */
export const dateFormat = 'yyyy-mm-dd';

/** What a rule saw. */
export interface Observation {
  readonly code: CheckCode;
  readonly at: Place;
  readonly expected?: Shown;
  readonly actual?: Shown;
  /** Further places in the text. `context` chooses between wordings of one code ("stock.short_held"). */
  readonly data?: Readonly<Record<string, string>>;
  /** Further sentences, in this order: what there is to say beside the finding itself. */
  readonly details?: readonly Detail[];
  /** The right content of the cell, where that is certain. */
  readonly fix?: CellContent;
  /** Number format the fix needs (dates). */
  readonly format?: string;
  /** What the cell could mean, where a person must choose: one barcode on two packs. */
  readonly choices?: readonly {
    readonly content: CellContent;
    readonly label: string;
    readonly field?: Field<'orders'>;
    /** Where it isn't the observation's. */
    readonly format?: string;
  }[];
}

/** Most rows give no reason to say anything: one array for all of them. */
export const nothing: readonly Observation[] = [];

/** The item a finding talks about: its code, and its name where the price list has one. */
export const itemData = ({ code, name }: Pick<Item, 'code' | 'name'>): Record<string, string> => ({
  item: code,
  ...(name && { name }),
});
