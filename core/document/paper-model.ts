import type { OrderCustomer } from '../check/checked-order.ts';
import type { PaperKind } from '../paper/paper.ts';
import type { CompanyProfile } from '../policy/company.ts';
import type { Locale } from '../policy/locale.ts';
import type { PlainDate } from '../value/date.ts';
import { formatDate } from './format.ts';

/** The texts of the paper's language: `words('documents:letter.validity', { date })`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a builder needs beside the record. */
export interface PaperContext {
  readonly company: CompanyProfile;
  readonly locale: Locale;
  readonly words: Words;
}

/** A label with its value, both as they stand on the paper. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/**
 * What every paper holds (docs/papers.md): plain JSON, every value as it will be printed, in the paper's
 * language. Frozen and hashed when the paper is issued; templates only place it. Absent = null, never a missing key: the
 * templates are strict and a misspelt name must fail.
 */
export interface PaperModel {
  readonly kind: PaperKind;
  readonly locale: Locale;
  /** The paper's own number, "SO-202611-00042-L1": its short code and what its QR says, so that a scan finds its order. */
  readonly number: string;
  readonly title: string;
  /** "第 2 版", or null for papers that have one version only. */
  readonly revision: string | null;
  readonly date: string;
  readonly letterhead: Letterhead;
  readonly foot: { readonly issuedBy: string /** Stands before the template's version. */; readonly template: string };
  /** The fixed words of the template. */
  readonly labels: Readonly<Record<string, string>>;
  /** What must be found again in the printed text, or the print is a fault. */
  readonly mustContain: readonly string[];
}

export interface Letterhead {
  readonly name: string;
  /** The name in the other script, where the company has one. */
  readonly secondName: string | null;
  /** Empty until the company has set one. */
  readonly address: string;
  readonly contacts: readonly Field[];
}

/** The company at the head of the paper: English papers lead with its English name. */
export function letterhead({ company, locale, words }: PaperContext): Letterhead {
  const english = company.nameEnglish ?? null;
  const leads = locale === 'en' && english !== null;
  return {
    name: leads ? english : company.name,
    secondName: leads ? company.name : english,
    address: company.address,
    contacts: fields([
      [words('terms:field.phone'), company.phone],
      [words('documents:letterhead.email'), company.email],
      [words('terms:field.taxNumber'), company.taxNumber],
    ]),
  };
}

/** Where the customer sends a signed copy; null while the company has set neither address. */
export const returnAddress = ({ email, phone }: PaperContext['company']): string | null => email || phone || null;

/** What all papers begin with; `labels` as their template names them. */
export function paperHead<Kind extends PaperKind>(
  kind: Kind,
  paper: {
    readonly number: string;
    readonly revision?: string;
    readonly on: PlainDate;
    readonly issuedBy: string;
    readonly labels: Readonly<Record<string, string>>;
  },
  context: PaperContext,
): Omit<PaperModel, 'kind' | 'mustContain'> & { readonly kind: Kind } {
  const { locale, words } = context;
  return {
    kind,
    locale,
    number: paper.number,
    title: words(`terms:paper.${kind}`),
    revision: paper.revision ?? null,
    date: formatDate(paper.on, locale),
    letterhead: letterhead(context),
    foot: foot(paper.issuedBy, context),
    labels: paper.labels,
  };
}

/** What the foot of each page says of its origin. */
const foot = (issuedBy: string, { words }: PaperContext): PaperModel['foot'] => ({
  issuedBy: words('documents:foot.issuedBy', { name: issuedBy }),
  template: words('documents:foot.template'),
});

/** The customer's block; the same on all papers to customers. */
export const customerFields = (customer: OrderCustomer, { words }: PaperContext): Field[] =>
  fields([
    [words('terms:field.customerName'), customer.name],
    [words('terms:field.customerCode'), customer.code],
    [words('terms:field.contact'), customer.contact],
    [words('terms:field.phone'), customer.phone],
    [words('terms:field.address'), customer.address],
  ]);

/** The fields that have a value, in order. */
export const fields = (pairs: readonly (readonly [label: string, value: string | null | undefined])[]): Field[] =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

/** Labels under the short names templates use: `{ itemCode: 'terms:field.itemCode' }` → `{ itemCode: '货号' }`. */
export const labels = <Name extends string>(keys: Readonly<Record<Name, string>>, words: Words): Record<Name, string> =>
  Object.fromEntries(Object.entries<string>(keys).map(([name, key]) => [name, words(key)])) as Record<Name, string>;

/** The date, or a dash where there is none. */
export const dateOrDash = (date: PlainDate | undefined, locale: Locale): string =>
  date ? formatDate(date, locale) : '—';

/** What a row says in one cell: "M8 · red"; null where nothing is said. */
export const together = (...parts: readonly (string | undefined)[]): string | null =>
  parts.filter(Boolean).join(' · ') || null;
