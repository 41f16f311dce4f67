import type { OrderView } from '../../../core/wire/order-views.ts';

type Paper = Pick<OrderView['papers'][number], 'paper' | 'kind' | 'sheet'>;

/** Papers of one kind, on one form, that go into one print file. */
export interface Printable {
  readonly kind: 'confirmation-letter' | 'delivery-note';
  readonly papers: readonly string[];
  /** Said where notes of several forms are to be printed: whoever prints them puts in one form after the other. */
  readonly sheet: Paper['sheet'] | null;
}

/** Of letters the latest of each order; one delivery note may be several orders'. A single paper has its own line. */
export function printTogether(orders: readonly { readonly papers: readonly Paper[] }[]): readonly Printable[] {
  const ofKind = (kind: Printable['kind'], count?: number) =>
    orders.flatMap(({ papers }) => papers.filter((paper) => paper.kind === kind).slice(count ?? 0));
  const letters = namesOf(ofKind('confirmation-letter', -1));
  const notes = ofKind('delivery-note');
  const forms = Map.groupBy(notes, ({ sheet }) => sheet);
  return [
    ...(letters.length > 1 ? [{ kind: 'confirmation-letter', papers: letters, sheet: null } as const] : []),
    ...(namesOf(notes).length > 1
      ? [...forms].map(([sheet, ofForm]) => ({
          kind: 'delivery-note' as const,
          papers: namesOf(ofForm),
          sheet: forms.size > 1 ? sheet : null,
        }))
      : []),
  ];
}

const namesOf = (papers: readonly Paper[]): readonly string[] => [...new Set(papers.map(({ paper }) => paper))];
