import { canonicalJson } from '../../value/canonical-json.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { closedDoor } from '../door.ts';
import { stamp } from '../stamp.ts';
import type { OrderState, SavedDraft } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';
import { mayNotEdit } from './post-order.ts';

type SaveDraft = CommandOf<'save-draft'>;

/**
 * Row 1a: rows with errors are kept on purpose, under a number, with what was found. The same as before is nothing new; an
 * order that is confirmed, or of which something has left, keeps its content.
 */
export function saveDraft(command: SaveDraft, order: OrderState | null, context: OrderContext): OrderDecision {
  const mayNotSave = closedDoor(command, 'none');
  if (mayNotSave !== null) return no(mayNotSave);
  if (order !== null && isAsBefore(command, order)) return ok([]);
  const keepsItsContent = order && mayNotEdit(command, order, context);
  if (keepsItsContent !== null) return no(keepsItsContent);
  return ok([{ type: 'rows-saved', draft: draftOf(command, order), ...stamp(command) }]);
}

/** Rows that were sound when they were posted stay an order, whatever the books say of them now (X4). */
const isAsBefore = ({ contentHash, findings }: SaveDraft, order: OrderState): boolean =>
  order.contentHash === contentHash &&
  (order.status !== 'faulty' || canonicalJson(order.findings) === canonicalJson(findings));

function draftOf(command: SaveDraft, order: OrderState | null): SavedDraft {
  const { number, orderKey, contentHash, key, customer, currency, rows, findings } = command;
  const type = command.orderType ?? order?.type;
  return { number, orderKey, contentHash, ...(type && { type }), key, customer, currency, rows, findings };
}
