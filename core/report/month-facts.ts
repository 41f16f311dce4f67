import type { OrderAndShipments } from '../order/progress.ts';
import type { Paper } from '../paper/paper.ts';
import type { CompanyProfile } from '../policy/company.ts';
import { dateIn, type Instant, type Month, monthOf, type PlainDate } from '../value/date.ts';

/** What a month's report is made of. No clock: the same facts give the same report, byte for byte. */
export interface MonthFacts {
  readonly month: Month;
  /** When the facts were read; decides what is overdue and what may still change. */
  readonly asOf: Instant;
  readonly company: CompanyProfile;
  /** Orders posted in the month, those still running, and those the month's shipments point at; each with all shipments. */
  readonly orders: readonly OrderAndShipments[];
  readonly papers: readonly Paper[];
}

/** The company's calendar date of a recorded moment. */
export const dayOf = ({ company }: MonthFacts, moment: Instant): PlainDate => dateIn(moment, company.timeZone);

export const inMonth = ({ month }: MonthFacts, date: PlainDate): boolean => monthOf(date) === month;

/** The month runs on, or hasn't begun: its figures may still change. */
export const monthRuns = (facts: MonthFacts): boolean => monthOf(dayOf(facts, facts.asOf)) <= facts.month;

/** Code-unit order: the same on every machine, whatever its language. */
export const byText =
  <Row>(textOf: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0;
