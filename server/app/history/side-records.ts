import type { ChangeEvent } from '../../../core/change/event.ts';
import type { HoldEvent } from '../../../core/hold/event.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import { definitionOf, type EventOf, presentEvent, type StateOf } from '../../../core/record/registry.ts';
import type { ReturnEvent } from '../../../core/return/event.ts';
import type { CommunicationEvent } from '../../../core/service/communication/command.ts';
import type { ComplaintEvent } from '../../../core/service/complaint/command.ts';
import type { SurveyEvent } from '../../../core/service/survey/command.ts';
import type { RecordOf, RecordsByKind } from '../../ports.ts';
import type { Caller } from '../company.ts';
import { isShown } from '../side-records/list-records.ts';
import { entryOf, type HistoryEntry, type Tellings, told } from './entry.ts';

const nothing = () => ({});

const changes: Tellings<ChangeEvent> = {
  'change-asked': nothing,
  'change-assessed': ({ assessment: { department } }) => ({ department }),
  'change-loss-settled': nothing,
  'change-agreed': ({ agreement: { on } }) => ({ on }),
  'change-cosigned': ({ signature: { department, agrees, statement } }) => ({
    department,
    statement,
    ...(agrees ? {} : { context: 'against' }),
  }),
  'change-approved': nothing,
  'change-came-into-force': nothing,
  'change-refused': nothing,
  'change-withdrawn': nothing,
};

const returns: Tellings<ReturnEvent> = {
  'return-asked': nothing,
  'return-approved': nothing,
  'return-inspected': ({ inspection: { arrivedOn } }) => ({ on: arrivedOn }),
  'return-disposed': nothing,
  'return-refunded': ({ refund: { amount, currency } }) => ({ amount, currency }),
  'return-replaced': ({ order }) => ({ order }),
  'return-handed-back': ({ on }) => ({ on }),
  'return-refused': nothing,
  'return-withdrawn': nothing,
};

const holds: Tellings<HoldEvent> = {
  'hold-raised': nothing,
  'hold-escalated': ({ to }) => ({ role: to }),
  'hold-reported': ({ to }) => ({ to }),
  'hold-resolved': ({ what }) => ({ statement: what }),
  'hold-fed-back': ({ on, told: to }) => ({ on, to }),
  'hold-released': nothing,
};

const communications: Tellings<CommunicationEvent> = {
  'communication-logged': ({ entry: { channel, on, what } }) => ({ channel, on, statement: what }),
  'next-step-finished': nothing,
};

const complaints: Tellings<ComplaintEvent> = {
  'complaint-received': ({ complaint: { what } }) => ({ statement: what }),
  'complaint-taken': ({ answerBy }) => ({ on: answerBy }),
  'complaint-answered': ({ on, what }) => ({ on, statement: what }),
  'complaint-reopened': nothing,
  'complaint-closed': nothing,
  'complaint-dismissed': nothing,
};

const surveys: Tellings<SurveyEvent> = {
  'survey-sent': nothing,
  'follow-up-called': ({ call: { on, reached, said } }) => ({
    on,
    ...(said !== undefined && { statement: said }),
    ...(reached ? {} : { context: 'missed' }),
  }),
  'survey-answered': ({ scores: { communication, speed, attitude } }) => ({
    communication: String(communication),
    speed: String(speed),
    attitude: String(attitude),
  }),
  'survey-given-up': nothing,
};

/** What the history says of the papers beside an order; every kind, every event. */
export const sideTellings: { readonly [Kind in SideRecordKind]: Tellings<EventOf<Kind>> } = {
  change: changes,
  return: returns,
  hold: holds,
  communication: communications,
  complaint: complaints,
  survey: surveys,
};

/**
 * The events of one kind of paper beside the order, as far as this caller may see the paper itself. Who wrote a complaint
 * down, and why, only an auditor reads (service/complaint/view.ts).
 */
export const sideEntries = <Kind extends SideRecordKind>(
  kind: Kind,
  records: RecordsByKind[Kind],
  caller: Caller,
): readonly HistoryEntry[] =>
  (records as readonly RecordOf<Kind>[])
    .filter(({ state }) => isShown(kind, state, caller))
    .flatMap(({ state, events }) => events.map((event) => sideEntry(kind, state, event, caller)));

function sideEntry<Kind extends SideRecordKind>(
  kind: Kind,
  state: StateOf<Kind>,
  stored: EventOf<Kind>,
  { user }: Caller,
): HistoryEntry {
  const event = presentEvent(kind, stored);
  const record = definitionOf(kind).number(state);
  const entry = entryOf(event, { record, ...told(sideTellings[kind] as Tellings<EventOf<Kind>>, event) });
  if (event.type !== 'complaint-received' || user.roles.includes('auditor')) return entry;
  const { reason: _reason, ...seen } = entry;
  return { ...seen, by: null };
}
