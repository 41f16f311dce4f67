import { sameClass } from '../policy/customer-class.ts';
import type { Precedence, PriorityLaw } from '../policy/priority-law.ts';
import { customerClasses } from '../policy/setting-value.ts';
import { daysBetween, type PlainDate } from '../value/date.ts';
import { compare, type Decimal } from '../value/decimal.ts';

/** What decides who comes first, of a row or an order; what isn't known comes after all that is. */
export interface Standing {
  /** The day it was entered here; absent while it only stands in a sheet. */
  readonly since?: PlainDate | undefined;
  readonly dueDate?: PlainDate | undefined;
  /** The day we named. */
  readonly promised?: PlainDate | undefined;
  readonly customerClass?: string | undefined;
  /** Where somebody has put it, lowest first. */
  readonly place?: number | undefined;
  /** Days it takes to have its goods made or bought. */
  readonly workDays?: number | undefined;
  readonly size?: Size | undefined;
}

/** How small and simple an order is. */
export interface Size {
  /** Its lines; one that asks for something special counts twice. */
  readonly parts: number;
  /** Null = not known. */
  readonly amount: Decimal | null;
}

type Comparison = (a: Standing, b: Standing) => number;

/** Those who want goods, first served first, by the company's law (R23, R66); equals stay as they stand. */
export function inPriority<Row>(
  rows: readonly Row[],
  precedence: Precedence,
  standingOf: (row: Row) => Standing,
): readonly Row[] {
  const first = comparisons[precedence.law];
  if (first === null) return rows;
  return rows
    .map((row) => ({ row, standing: standingOf(row) }))
    .sort(({ standing: a }, { standing: b }) => longestWaiting(a, b, precedence) || first(a, b))
    .map(({ row }) => row);
}

/** Whether somebody's turn has come, however small he is and whatever the law. First come needs no such rule. */
export function hasWaitedTooLong({ since }: Standing, { law, longestWaitDays, today }: Precedence): boolean {
  if (law === 'first-come' || longestWaitDays === null || since === undefined) return false;
  return daysBetween(since, today) > longestWaitDays;
}

function longestWaiting(a: Standing, b: Standing, precedence: Precedence): number {
  const [own, others] = [a, b].map((standing) => hasWaitedTooLong(standing, precedence));
  return own && others ? ascending(a.since, b.since) : Number(others) - Number(own);
}

/** Null: as they stand. */
const comparisons: Readonly<Record<PriorityLaw, Comparison | null>> = {
  'first-come': null,
  'shortest-time': (a, b) => ascending(a.workDays, b.workDays),
  'given-sequence': (a, b) => ascending(a.place, b.place),
  'small-first': (a, b) => ascending(a.size?.parts, b.size?.parts) || byAmount(a, b),
  'earliest-promised': (a, b) => ascending(a.promised, b.promised),
  'nearest-due': (a, b) => ascending(a.dueDate, b.dueDate),
  class: (a, b) => ascending(rankOfClass(a), rankOfClass(b)),
};

/** The lesser first; what isn't known last. */
function ascending<Value extends string | number>(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

function byAmount({ size: a }: Standing, { size: b }: Standing): number {
  const [one, other] = [a?.amount ?? null, b?.amount ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

/** A class the list doesn't know, or none, comes after all it knows. */
function rankOfClass({ customerClass }: Standing): number | undefined {
  const index = customerClasses.findIndex((known) => sameClass(known, customerClass));
  return index < 0 ? undefined : index;
}
