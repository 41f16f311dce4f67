import type { z } from 'zod';
import { changeLifecycle } from '../../core/change/transitions.ts';
import { holdLifecycle } from '../../core/hold/transitions.ts';
import { type MoneyCommandType, moneyDoors } from '../../core/policy/money-doors.ts';
import type { Role } from '../../core/policy/roles.ts';
import type { RecordLifecycle } from '../../core/record/lifecycle.ts';
import { returnLifecycle } from '../../core/return/transitions.ts';
import { communicationLifecycle } from '../../core/service/communication/transitions.ts';
import { complaintLifecycle } from '../../core/service/complaint/transitions.ts';
import { surveyLifecycle } from '../../core/service/survey/transitions.ts';
import { type CallName, endpoints } from '../../core/wire/endpoints.ts';

/** Kinds of records a person can begin and go on with from an order's page, as its lists call them. */
export const sideKinds = ['change', 'return', 'hold', 'communication', 'complaint', 'survey'] as const;
export const moneyKinds = ['payment', 'invoice', 'write-off'] as const;
export type KindOfRecord = (typeof sideKinds)[number] | (typeof moneyKinds)[number];

/** Who may do something, as the tables of core say it; null = the company's policy says, and the server answers. */
interface Door {
  readonly roles: readonly Role[] | null;
  readonly needsReason: boolean;
}
/** How a kind of record is begun, read and gone on with over the wire. */
export interface RecordUse {
  readonly begin: CallName;
  readonly read: CallName;
  readonly command: CallName;
  /** The command that begins it. */
  readonly first: string;
  /** Its other commands are said by the server with the record, unless they are judged here. */
  readonly doors: ReadonlyMap<string, Door>;
}

const sideUse = <Command extends string>(
  first: Command,
  { transitions }: RecordLifecycle<string, Command>,
  calls: Pick<RecordUse, 'begin' | 'read' | 'command'>,
): RecordUse => {
  const { roles, reasonRequired } = transitions.find(({ command }) => command === first) ?? {};
  return { ...calls, first, doors: new Map([[first, { roles: roles ?? [], needsReason: reasonRequired ?? false }]]) };
};

const moneyUse = (
  first: MoneyCommandType,
  others: readonly MoneyCommandType[],
  calls: Pick<RecordUse, 'begin' | 'read' | 'command'>,
): RecordUse => ({
  ...calls,
  first,
  doors: new Map(
    [first, ...others].map((command) => {
      const { roles, reasonRequired } = moneyDoors[command];
      return [command, { roles, needsReason: reasonRequired }];
    }),
  ),
});

export const recordUses: Readonly<Record<KindOfRecord, RecordUse>> = {
  change: sideUse('ask-change', changeLifecycle, { begin: 'askChange', read: 'change', command: 'commandChange' }),
  return: sideUse('ask-return', returnLifecycle, {
    begin: 'askReturn',
    read: 'goodsReturn',
    command: 'commandReturn',
  }),
  hold: sideUse('raise-hold', holdLifecycle, { begin: 'raiseHold', read: 'hold', command: 'commandHold' }),
  communication: sideUse('log-communication', communicationLifecycle, {
    begin: 'logCommunication',
    read: 'communication',
    command: 'commandCommunication',
  }),
  complaint: sideUse('receive-complaint', complaintLifecycle, {
    begin: 'receiveComplaint',
    read: 'complaint',
    command: 'commandComplaint',
  }),
  survey: sideUse('send-survey', surveyLifecycle, {
    begin: 'sendSurvey',
    read: 'survey',
    command: 'commandSurvey',
  }),
  payment: moneyUse(
    'receive-payment',
    ['allocate-payment', 'release-allocation', 'move-allocation', 'refund-payment', 'reverse-payment'],
    { begin: 'receivePayment', read: 'payment', command: 'commandPayment' },
  ),
  invoice: moneyUse('record-invoice', ['reverse-invoice'], {
    begin: 'recordInvoice',
    read: 'invoice',
    command: 'commandInvoice',
  }),
  'write-off': {
    begin: 'writeOffDebt',
    read: 'writeOff',
    command: 'commandWriteOff',
    first: 'write-off-debt',
    doors: new Map(['write-off-debt', 'undo-write-off'].map((each) => [each, { roles: null, needsReason: true }])),
  },
};

/** The body that a command is sent with, as the endpoint table has it. */
export function bodySchemaOf(use: RecordUse, command: string): z.ZodObject {
  if (command === use.first) return (endpoints[use.begin] as { body: z.ZodObject }).body;
  const { body } = endpoints[use.command] as { body: z.ZodDiscriminatedUnion };
  const own = (body.options as readonly z.ZodObject[]).find(
    ({ shape }) => (shape.type as z.ZodLiteral).value === command,
  );
  if (own === undefined) throw new Error(`${use.command} knows no ${command}`);
  return own;
}
