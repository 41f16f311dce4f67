import { inCharge } from '../../../core/hold/escalation.ts';
import type { Stamp } from '../../../core/order/state.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import { definitionOf, type StateOf } from '../../../core/record/registry.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import type { SideRecordSummary } from '../../../core/wire/side-records/summary.ts';
import type { Caller } from '../company.ts';

/** What a list says of a record, whatever it is. */
export function summaryOf<Kind extends SideRecordKind>(
  kind: Kind,
  state: StateOf<Kind>,
  { moment }: Caller,
): SideRecordSummary {
  const definition = definitionOf(kind);
  const { what, since, open, until = null, ...more } = facts[kind](state);
  const due = until === null ? null : (until.on ?? until.at);
  return {
    kind,
    number: definition.number(state),
    status: state.status,
    open,
    orders: [...new Set(definition.orders(state))],
    customer: definition.customer(state),
    what: inShort(what),
    since: since.at,
    until: due,
    late: open && until !== null && (until.on === undefined ? until.at < moment.at : until.on < moment.today),
    ...more,
  };
}

interface Facts extends Pick<SideRecordSummary, 'open' | 'owner' | 'blocks'> {
  readonly what: string | undefined;
  readonly since: Pick<Stamp, 'at'>;
  readonly until?:
    | { readonly on: PlainDate; readonly at?: undefined }
    | { readonly on?: undefined; readonly at: Instant };
}

const facts: { readonly [Kind in SideRecordKind]: (state: StateOf<Kind>) => Facts } = {
  change: ({ asked, status }) => ({
    what: asked.reason,
    since: asked,
    open: status !== 'in-force' && status !== 'refused' && status !== 'withdrawn',
  }),
  return: ({ asked, status }) => ({
    what: asked.reason,
    since: asked,
    open: status !== 'settled' && status !== 'turned-back' && status !== 'refused' && status !== 'withdrawn',
  }),
  hold(hold) {
    const { owner, deadline } = inCharge(hold);
    const open = hold.status !== 'released';
    return {
      what: hold.raised.reason,
      since: hold.raised,
      open,
      owner,
      blocks: open ? [...hold.blocks] : [],
      ...((hold.status === 'raised' || hold.status === 'reported') && { until: { at: deadline } }),
    };
  },
  communication: (entry) => ({
    what: entry.what,
    since: entry.logged,
    open: entry.status === 'open',
    ...(entry.status === 'open' && { until: { on: entry.nextStep.until } }),
  }),
  complaint: (complaint) => ({
    what: complaint.what,
    since: complaint.received,
    open: complaint.status !== 'closed' && complaint.status !== 'dismissed',
    ...(complaint.status === 'in-hand' && { until: { on: complaint.answerBy } }),
  }),
  survey: ({ asked, status }) => ({ what: asked.reason, since: asked, open: status === 'asked' }),
};

const longest = 200;
const inShort = (text = ''): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
