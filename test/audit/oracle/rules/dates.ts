import { cellOf, type OrderRow, sure } from '../order-row.ts';
import { daysFrom, weekday } from '../reading.ts';
import { fine, type Step, wrong } from '../said.ts';
import { orderOf, type World } from '../world.ts';

/** A row that has left is history: its wished date binds nobody. */
const wished = (row: OrderRow): string | null => (row.text.shipped || !sure(row.due) ? null : row.due);

/** The order's date: the first its rows name. */
const orderedOn = (row: OrderRow, world: World): { date: string; row: OrderRow } | null => {
  const dated = orderOf(world, row).find(({ ordered }) => sure(ordered));
  return dated && sure(dated.ordered) ? { date: dated.ordered, row: dated } : null;
};

/** R10: a wished date that lies before its order is a slip; any other that has passed must be agreed on anew. */
export function dueInTime(row: OrderRow, world: World): Step[] {
  const due = wished(row);
  if (due === null) return [];
  const cell = cellOf(row, 'due');
  const order = orderedOn(row, world);
  if (order && due < order.date) {
    const said = { code: 'due-date.before-order', at: cell.address, expected: order.date, actual: due } as const;
    return [wrong(said, `${due} lies before the order's ${order.date}`, cell, cellOf(order.row, 'ordered'))];
  }
  if (due < world.today) {
    const said = { code: 'due-date.past', at: cell.address, expected: world.today, actual: due } as const;
    return [wrong(said, `${due} has passed on ${world.today}`, cell)];
  }
  return [fine(`${due} is not before ${world.today}, nor before the order`, cell)];
}

/**
 * The oracle's whole calendar: China's days off in the weeks these sheets wish goods for. In November and December of 2026 there
 * are none but weekends, and no weekend is worked (State Council's notice for 2026); in May and June of 1998 none was moved.
 */
const known = [
  ['1998-05-02', '1998-09-30'],
  ['2026-10-11', '2026-12-31'],
] as const;

/** R10: goods are handed over on working days. */
export function dueOnWorkingDay(row: OrderRow, world: World): Step[] {
  const due = wished(row);
  if (due === null || due < world.today) return [];
  const cell = cellOf(row, 'due');
  const day = weekday(due);
  if (day > 5) {
    const said = { code: 'due-date.non-working', at: cell.address, actual: due } as const;
    return [wrong(said, `${due} is a ${day === 6 ? 'Saturday' : 'Sunday'}`, cell)];
  }
  if (!isYearsAway(due, world) && !known.some(([from, to]) => from <= due && due <= to))
    throw new Error(`${cell.address}: the oracle has no calendar for ${due}`);
  return [fine(`${due} is a weekday and no holiday`, cell)];
}

const isYearsAway = (date: string, { today }: World): boolean => daysFrom(today, date) > 730;

/** R6: wished years from now is most often a slip of the year. */
export function dueSoon(row: OrderRow, world: World): Step[] {
  const due = wished(row);
  if (due === null || !isYearsAway(due, world)) return [];
  const cell = cellOf(row, 'due');
  const said = { code: 'due-date.unusual', at: cell.address, actual: due } as const;
  return [wrong(said, `${due} is ${daysFrom(world.today, due)} days away`, cell)];
}

/** An order that was placed tomorrow, said once an order; goods that left tomorrow. */
export function notFromTomorrow(row: OrderRow, world: World): Step[] {
  const order = orderedOn(row, world);
  const steps: Step[] = [];
  if (order && orderOf(world, row)[0] === row) {
    const cell = cellOf(row, 'ordered');
    steps.push(
      order.date > world.today
        ? wrong(
            { code: 'order-date.future', at: cell.address, actual: order.date },
            `${order.date} is still to come`,
            cell,
          )
        : fine(`the order of ${order.date} is not of tomorrow`, cell),
    );
  }
  if (sure(row.shipped)) {
    const cell = cellOf(row, 'shipped');
    const said = { code: 'shipped-date.future', at: cell.address, actual: row.shipped } as const;
    steps.push(
      row.shipped > world.today
        ? wrong(said, `${row.shipped} is still to come`, cell)
        : fine(`has left on ${row.shipped}: wants no stock and no date`, cell),
    );
  }
  return steps;
}
