import type { Finding } from '../../core/check/finding.ts';
import { type NumberQuestion, questionOf } from './copied-numbers.ts';
import type { OrderInSheet } from './orders-in-sheet.ts';
import { isOnServer } from './post-in-batches.ts';
import { numberOf } from './row-statuses.ts';
import type { Checked } from './state.ts';

/** The order, as it stands in the sheet now, is on the server: it was posted from here, or the server says so of the number beside it. */
export const isPosted = ({ fates, known }: Checked, { fingerprint, number }: OrderInSheet): boolean => {
  const fate = fates.get(fingerprint);
  if (fate !== undefined && isOnServer(fate)) return true;
  const there = known.get(fingerprint);
  return there?.posting === 'same' && there.number === number;
};

/** The order number as the server said it, of rows that are there as they stand or were posted from here; null = it said none. */
export function numberSaid({ fates, known }: Checked, { fingerprint }: OrderInSheet): string | null {
  const fate = fates.get(fingerprint);
  const there = known.get(fingerprint);
  return (fate && numberOf(fate)) ?? (there?.posting === 'same' ? there.number : null);
}

const isSound = (state: Checked, order: OrderInSheet): boolean =>
  !order.hasError && !isPosted(state, order) && !state.kept.has(order.fingerprint);

const isTurnedAwayByBooks = ({ turnedAway: { missing, orders } }: Checked, { order }: OrderInSheet): boolean =>
  missing.length > 0 || orders.has(order);

/** Orders the server would not take, as it said when it was asked. */
export const turnedAwayOrders = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter((order) => isSound(state, order) && isTurnedAwayByBooks(state, order));

/** What the number beside an order asks the user, until it is answered. */
function numberQuestion(state: Checked, order: OrderInSheet): NumberQuestion | null {
  if (state.kept.has(order.fingerprint)) return null;
  const question = questionOf(order, !order.hasError && !isTurnedAwayByBooks(state, order), state);
  // Of what was posted from here there is nothing to ask, but where its number went.
  return isPosted(state, order) && question?.kind !== 'displaced' ? null : question;
}
/** The number beside the order belongs to other rows; those of an order with errors the server may not know, unless it knows whose. */
export const hasCopiedNumber = (state: Checked, order: OrderInSheet): boolean =>
  isOthers(numberQuestion(state, order)?.kind) || belongsToOther(state, order);
const isOthers = (kind: NumberQuestion['kind'] | undefined): boolean => kind === 'copied' || kind === 'displaced';

function belongsToOther({ known, orders }: Checked, { number, fingerprint }: OrderInSheet): boolean {
  const isOwn = (print: string) => known.get(print)?.number === number;
  if (number === null || !known.has(fingerprint) || isOwn(fingerprint)) return false;
  return orders.some((other) => other.number === number && isOwn(other.fingerprint));
}

export const numberQuestions = (state: Checked): readonly NumberQuestion[] =>
  state.orders.flatMap((order) => numberQuestion(state, order) ?? []);

const canBePosted = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter(
    (order) => isSound(state, order) && !isTurnedAwayByBooks(state, order) && numberQuestion(state, order) === null,
  );

/**
 * What the post button would send: no error, here or by the server's books, neither on the server nor on its way there, and
 * not hidden unless the user included those.
 */
export const readyToPost = (state: Checked): readonly OrderInSheet[] =>
  canBePosted(state).filter(({ hidden }) => state.withHidden || !hidden);

/** Orders with errors that aren't kept as drafts yet, nor on their way, nor hidden unless the user included those. */
const faultyOrders = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter(
    (order) =>
      order.hasError &&
      (state.withHidden || !order.hidden) &&
      !state.kept.has(order.fingerprint) &&
      state.fates.get(order.fingerprint)?.outcome !== 'saved' &&
      numberQuestion(state, order) === null,
  );

/** Those of them that the server can keep. */
export const faultyToSave = (state: Checked): readonly OrderInSheet[] =>
  faultyOrders(state).filter((order) => !isNobodys(state, order));
/** And those it can't: nothing would find a draft again whose customer isn't known. */
export const faultyOfNobody = (state: Checked): readonly OrderInSheet[] =>
  faultyOrders(state).filter((order) => isNobodys(state, order));

function isNobodys({ fates }: Checked, { order: { customer }, findings, fingerprint }: OrderInSheet): boolean {
  const fate = fates.get(fingerprint);
  // The server judges by its own customers, and says so when it is asked to keep the draft.
  const said = fate?.outcome === 'findings' ? [...findings, ...fate.findings] : findings;
  return !(customer.code || customer.name) || said.some(({ code }) => withoutCustomer.has(code));
}
const withoutCustomer = new Set<Finding['code']>(['customer.unknown', 'customer.ambiguous']);

/** Sound orders in hidden rows, left out or included: `state.withHidden` tells. */
export const hiddenToPost = (state: Checked): readonly OrderInSheet[] =>
  canBePosted(state).filter(({ hidden }) => hidden);
