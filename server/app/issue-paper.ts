import { confirmationLetter } from '../../core/document/confirmation-letter.ts';
import { deliveryNote } from '../../core/document/delivery-note.ts';
import type { LetterContent } from '../../core/document/letter-changes.ts';
import type { PaperContext } from '../../core/document/paper-model.ts';
import { shippingNotice } from '../../core/document/shipping-notice.ts';
import type { CommandMeta } from '../../core/order/command.ts';
import type { OrderEvent } from '../../core/order/event.ts';
import { replay } from '../../core/order/evolve.ts';
import { deliveryNotePaper, noticePaper } from '../../core/order/number.ts';
import { lettersOf } from '../../core/order/promise.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { stamp } from '../../core/order/stamp.ts';
import type { OrderState } from '../../core/order/state.ts';
import type { Paper } from '../../core/paper/paper.ts';
import type { Locale } from '../../core/policy/locale.ts';
import type { Shipment } from '../../core/shipment/shipment.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import { textsIn } from '../../locales/index.ts';
import type { Append, Job, RecordAppend } from '../ports.ts';
import type { Caller } from './company.ts';

/** A paper is frozen in the transaction that issues it (X5); it is printed from what was frozen, whenever that is. */
export type IssuedPaper = Result<RecordAppend<'paper'>, Refusal>;
/** What is left to be done for the papers among these. */
export const printing = (append: readonly Append[]): readonly Job[] =>
  append.flatMap((each): readonly Job[] => (each.stream === 'paper' ? [{ kind: 'print-paper', paper: each.id }] : []));

type FrozenPaper = Omit<Paper, 'issued' | 'filed' | 'modelHash'>;

/** The letter the last event issued. `events`: the order's whole stream, that event included. */
export function issueLetter(caller: Caller, events: readonly OrderEvent[], meta: CommandMeta): IssuedPaper {
  const order = replay(events);
  const letter = lettersOf(order).at(-1);
  if (!letter) throw new Error(`order ${order.number} has no letter to print`);
  const context = paperContext(caller);
  return issued(caller, meta, {
    paper: letter.paper,
    kind: 'confirmation-letter',
    locale: context.locale,
    orders: [order.number],
    revision: letter.revision,
    model: confirmationLetter(order, letter, context, letterBefore(events.slice(0, -1))),
  });
}

/** The revision before with the content it was issued for: later edits must show as changes. */
function letterBefore(events: readonly OrderEvent[]): LetterContent | undefined {
  const last = events.findLastIndex(({ type }) => type === 'letter-issued');
  if (last === -1) return undefined;
  const order = replay(events.slice(0, last + 1));
  const letter = lettersOf(order).at(-1);
  return letter && { order, letter };
}

/** What goes with goods that leave: the note that travels with them, the notice that goes ahead. */
export function issueShippingPapers(
  caller: Caller,
  shipment: Shipment,
  orders: readonly OrderState[],
  meta: CommandMeta,
): Result<{ readonly note: RecordAppend<'paper'>; readonly notice: RecordAppend<'paper'> }, Refusal> {
  const context = paperContext(caller);
  const common = {
    locale: context.locale,
    orders: orders.map(({ number }) => number),
    shipment: shipment.number,
    revision: 1,
  };
  const note = issued(caller, meta, {
    ...common,
    paper: deliveryNotePaper(shipment.number),
    kind: 'delivery-note',
    model: deliveryNote(shipment, orders, caller.policy.papers.deliveryNote, context),
  });
  if (!note.ok) return note;
  const notice = issued(caller, meta, {
    ...common,
    paper: noticePaper(shipment.number),
    kind: 'shipping-notice',
    model: shippingNotice(shipment, orders, context),
  });
  return notice.ok ? ok({ note: note.value, notice: notice.value }) : notice;
}

/** Papers go to the customer: they are in the company's language, not in that of whoever clicked. */
export function paperContext({ profile }: Caller, locale: Locale = profile.locale): PaperContext {
  const texts = textsIn(locale);
  return { company: profile, locale, words: (key, values = {}) => texts(key, values) };
}

function issued({ company }: Caller, meta: CommandMeta, paper: FrozenPaper): IssuedPaper {
  // Frozen papers can't be mended: one that could never be printed would stand in the way of its month for ever.
  const missing = company.printer.missingCharacters(paper.model);
  if (missing.length > 0) return no({ code: 'paper.unprintable', data: { characters: missing.join(' ') } });
  const modelHash = company.secrets.hash(canonicalJson(paper.model));
  return ok({
    stream: 'paper',
    id: paper.paper,
    version: 0,
    events: [{ type: 'paper-issued', paper: { ...paper, modelHash }, ...stamp(meta) }],
  });
}
