import { sql } from 'kysely';
import type { Disagreement } from '../../kept-companies.ts';
import { build } from '../connection/queries.ts';
import type { Moment } from '../snapshot/moment.ts';
import { disagreement } from './facts.ts';

/** Rows of no record that there is, and events that no record is made of. */
export async function strays(moment: Moment): Promise<readonly Disagreement[]> {
  const rows = await moment.all(ofNoRecord);
  const hidden = await moment.all(withoutRecord);
  return [
    ...rows.map(({ what }) => disagreement(what, 'yes', null)),
    ...hidden.map(({ what, events }) => disagreement(what, null, `${events} events`)),
  ];
}

const ofNoRecord = sql<{ what: string }>`
  SELECT what FROM (
    SELECT 'orders ' || number AS what, 'order' AS kind, number FROM orders
    UNION SELECT 'order_months ' || order_number, 'order', order_number FROM order_months
    UNION SELECT 'demand ' || order_number, 'order', order_number FROM demand
    UNION SELECT 'record_orders ' || kind || ' ' || number, kind, number FROM record_orders
    UNION SELECT 'record_names ' || kind || ' ' || name, kind, number FROM record_names
  ) AS found WHERE NOT EXISTS (SELECT FROM records WHERE records.kind = found.kind AND records.number = found.number)
  ORDER BY what`.compile(build);

const withoutRecord = sql<{ what: string; events: number }>`
  SELECT 'records ' || kind || ' ' || number AS what, count(*) AS events FROM events
  WHERE NOT EXISTS (SELECT FROM records WHERE records.kind = events.kind AND records.number = events.number)
  GROUP BY kind, number ORDER BY what`.compile(build);
