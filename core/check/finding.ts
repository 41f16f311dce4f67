import type { CheckCode } from './codes.ts';
import type { Detail } from './detail.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A value a finding talks about, typed so that each language can write it its own way. */
export type Shown =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'money'; readonly value: string; readonly currency?: string }
  | { readonly kind: 'quantity'; readonly value: string; readonly unit?: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'ratio'; readonly value: string };

/**
 * One thing wrong with the user's data (X1, R47): collected, never thrown. The words are in locales/…/findings.json under
 * `<code>`; `data` fills their places.
 */
export interface Finding {
  readonly code: CheckCode;
  readonly severity: Severity;
  readonly file?: string;
  readonly sheet: string;
  /** Excel's name of the cell, "H27"; for a missing cell the place where it should be; for the whole sheet its header row. */
  readonly cell: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** The order key of the row, null when the finding is about the sheet. */
  readonly order: string | null;
  readonly expected?: Shown;
  readonly actual?: Shown;
  /** Further places in the text: item, customer, who holds the stock … */
  readonly data?: Readonly<Record<string, string>>;
  /** Further sentences, in this order. */
  readonly details?: readonly Detail[];
  readonly fix?: Fix;
  /** Where only a person can tell: what the cell could mean, each as a fix with its label. */
  readonly choices?: readonly (Fix & { readonly label: string })[];
}

/** A correction that is certain: one cell, one new value. A formula in the cell is never overwritten unasked. */
export interface Fix {
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  /** Number format the new value needs (dates). */
  readonly format?: string;
}
