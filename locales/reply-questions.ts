import type { CheckCode } from '../core/check/codes.ts';
import type { Finding } from '../core/check/finding.ts';
import type { Locale } from '../core/policy/locale.ts';
import type { ParsedLine } from '../core/sheet/parsed-order.ts';
import { show } from './describe.ts';
import type { Texts } from './index.ts';

/** What only the customer can say about the rows of his order, each question once; prices, debts and costs stay ours. */
export function questionsTo(
  lines: readonly ParsedLine[],
  findings: readonly Finding[],
  texts: Texts,
  locale: Locale,
): readonly string[] {
  const replaced = new Set(findings.filter(({ code }) => needsOtherItem.has(code)).map(({ row }) => row));
  const dated = new Set(findings.filter(({ data }) => data?.complete !== undefined).map(({ row }) => row));
  const asked = findings.flatMap((finding) => {
    const line = lines.find(({ row }) => row === finding.row);
    // Of an item he is to replace, nothing else matters; a day is asked about once.
    const isMoot =
      (replaced.has(finding.row) && !needsOtherItem.has(finding.code)) ||
      (finding.code === 'due-date.too-soon' && dated.has(finding.row));
    const question = line && !isMoot ? questionAbout(finding, line, texts, locale) : null;
    return question === null ? [] : [question];
  });
  return [...new Set(asked)];
}

/** He must name another item before anything else about the row can be said. */
const needsOtherItem: ReadonlySet<CheckCode> = new Set([
  'item.unknown',
  'item.ambiguous',
  'item.discontinued',
  'region.not-allowed',
]);

/** Questions that say no more than the item, what the row says (yours) and what is right by our books (ours). */
const plain: { readonly [Code in CheckCode]?: string } = {
  'item.unknown': 'which-item',
  'item.ambiguous': 'which-item',
  'item.discontinued': 'discontinued',
  'region.not-allowed': 'not-sold-there',
  'line.duplicate': 'twice',
  'order.repeated': 'same-order',
  'quantity.unusual': 'unusual',
  'quantity.fraction': 'fraction',
  'due-date.past': 'past',
  'due-date.non-working': 'day-off',
  'due-date.unusual': 'date',
  'due-date.before-order': 'date',
};

/** Those that set ours against yours. */
const against: { readonly [Code in CheckCode]?: string } = {
  'price.not-list': 'price',
  'item.name-differs': 'name-differs',
  'item.specification-differs': 'specification',
  'item.unit-differs': 'unit',
  'quantity.unit-unclear': 'unit',
  'quantity.below-minimum': 'minimum',
  'quantity.not-multiple': 'multiple',
  'quantity.packs-differ': 'which-quantity',
  'due-date.too-soon': 'too-soon',
};

function questionAbout(finding: Finding, line: ParsedLine, texts: Texts, locale: Locale): string | null {
  const { code, data = {}, expected, actual } = finding;
  const places = {
    item: itemOf(line),
    ...(expected && { ours: show(expected, locale) }),
    ...(actual && { yours: show(actual, locale) }),
  };
  const say = (question: string, more: Readonly<Record<string, string>> = {}): string =>
    texts(`documents:reply.${question}`, { ...places, ...more });
  const ofField = (question: string): string | null =>
    data.field !== undefined && known.has(data.field)
      ? say(question, { field: texts(`terms:field.${data.field}`) })
      : null;
  switch (code) {
    case 'stock.short':
    case 'stock.unlisted':
      return shortage(finding, line, say, locale);
    case 'quantity.unit-differs':
      // What is certain the clerk corrects himself.
      if (finding.fix || !expected || !actual) return null;
      return say(expected.kind === 'text' ? 'unit' : 'which-quantity');
    case 'quantity.not-positive':
      return data.context === 'return' ? null : say('missing', { field: texts('terms:field.quantity') });
    case 'order.posted-before':
      return data.on === undefined
        ? say('same-order')
        : say('ordered-before', { on: show({ kind: 'date', value: data.on }, locale) });
    case 'field.missing':
      return ofField('missing');
    case 'field.unreadable':
      return ofField('unclear');
    default: {
      const compared = against[code];
      if (compared !== undefined) return expected && actual ? say(compared) : null;
      const question = plain[code];
      return question === undefined ? null : say(question);
    }
  }
}

/** How much there is, and when there can be all of it, as far as that is known. */
function shortage(
  { data: { available, complete } = {}, expected }: Finding,
  line: ParsedLine,
  say: (question: string, more: Readonly<Record<string, string>>) => string,
  locale: Locale,
): string {
  const quantity = line.quantity === undefined ? '' : show(quantityOf({ ...line, quantity: line.quantity }), locale);
  const some = expected !== undefined && Number(available ?? 0) > 0 ? { available: show(expected, locale) } : null;
  const question = `short${some ? '-some' : ''}${complete === undefined ? '' : '-until'}`;
  const on = complete === undefined ? {} : { on: show({ kind: 'date', value: complete }, locale) };
  return say(question, { quantity, ...some, ...on });
}

/** What a customer can tell; the other columns are the office's own. */
const known: ReadonlySet<string> = new Set(['quantity', 'unit', 'dueDate', 'specification', 'color', 'address']);

export const itemOf = ({ itemCode, itemName }: Pick<ParsedLine, 'itemCode' | 'itemName'>): string =>
  [itemCode, itemName].filter(Boolean).join(' ');

export const quantityOf = ({ quantity, unit }: { readonly quantity: string; readonly unit?: string | undefined }) => ({
  kind: 'quantity' as const,
  value: quantity,
  ...(unit !== undefined && { unit }),
});
