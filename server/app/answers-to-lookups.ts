import { answerLookups } from '../../core/lookup/answer-lookups.ts';
import {
  type ItemLookup,
  type Lookup,
  type LookupAnswer,
  nothing,
  type StatusLookup,
} from '../../core/lookup/lookup.ts';
import { parseOrderNumber } from '../../core/order/number.ts';
import { statusOf } from '../../core/order/progress.ts';
import { may, type Permission } from '../../core/policy/permissions.ts';
import type { Caller } from './company.ts';
import { givenTo } from './judge.ts';
import { publishedBooks } from './knowledge.ts';

/** What each kind of question needs; whoever may not is told so in its answer, and gets the others. */
const permissionOf: { readonly [Ask in Lookup['ask']]: Permission } = {
  price: 'orders.check',
  available: 'orders.check',
  earliest: 'orders.check',
  status: 'orders.read',
};

/** One answer a question, in the order asked, from the books and orders as they are now. Nothing is stored. */
export async function answersTo(caller: Caller, asked: readonly Lookup[]): Promise<readonly LookupAnswer[]> {
  const allowed = asked.filter(({ ask }) => may(caller.user.roles, permissionOf[ask]));
  const ofItems = allowed.filter((lookup): lookup is ItemLookup => lookup.ask !== 'status');
  const ofOrders = allowed.filter((lookup): lookup is StatusLookup => lookup.ask === 'status');
  const [items, statuses] = await Promise.all([answersOfItems(caller, ofItems), statusesOf(caller, ofOrders)]);
  const answers = new Map<Lookup, LookupAnswer>([...items, ...statuses]);
  return asked.map((lookup) => answers.get(lookup) ?? nothing('not-allowed'));
}

type Answered = readonly (readonly [Lookup, LookupAnswer])[];

async function answersOfItems(caller: Caller, asked: readonly ItemLookup[]): Promise<Answered> {
  if (asked.length === 0) return [];
  const answers = answerLookups(asked, givenTo(caller, await publishedBooks(caller.company)));
  return answers.map((answer, at) => [asked[at] as ItemLookup, answer] as const);
}

/** Read at a time: a database has other work too. */
const abreast = 20;

async function statusesOf(caller: Caller, asked: readonly StatusLookup[]): Promise<Answered> {
  const waiting = asked.values();
  const answered: (readonly [Lookup, LookupAnswer])[] = [];
  const answerNext = async () => {
    for (const lookup of waiting) answered.push([lookup, await statusAnswer(caller, lookup)]);
  };
  await Promise.all(Array.from({ length: abreast }, answerNext));
  return answered;
}

async function statusAnswer({ company }: Caller, { order }: StatusLookup): Promise<LookupAnswer> {
  const { read } = company.store;
  const number = parseOrderNumber(order);
  if (number === null) return nothing('order-unknown');
  const [record, shipments] = await Promise.all([
    read.records('order').byNumber(number),
    read.records('shipment').ofOrder(number),
  ]);
  if (record === null) return nothing('order-unknown');
  return {
    found: 'status',
    status: statusOf(
      record.state,
      shipments.map(({ state }) => state),
    ),
  };
}
