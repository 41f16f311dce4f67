import type { Finding } from '../../../core/check/finding.ts';
import type { OpenDemand } from '../../../core/check/knowledge.ts';
import type { CommandMeta } from '../../../core/order/command.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import type { OrderAndShipments } from '../../../core/order/progress.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderState } from '../../../core/order/state.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import type { EventOf, NumberOf, StateOf } from '../../../core/record/registry.ts';
import type { Result } from '../../../core/value/result.ts';
import type { Loaded } from '../../ports.ts';
import type { Caller } from '../company.ts';
import type { HouseFacts } from '../customer-account.ts';

/** What a request wants done, as it stands on the wire; persons already exchanged for their keys. */
export interface Asked {
  readonly type: string;
  readonly reason?: string;
}

/** How a kind of record is commanded: what a request concerns, and what it comes to. */
export interface RecordUse<Kind extends SideRecordKind, Request extends Asked> {
  readonly kind: Kind;
  /** Orders and customers that the request itself names: each must be there. Those the record points at are loaded anyway. */
  named(request: Request): { readonly orders?: readonly string[]; readonly customers?: readonly string[] };
  /** Items whose stock the decision depends on. */
  goods?(request: Request, orders: readonly OrderState[]): readonly string[];
  /** Pure. */
  decide(request: Request, situation: Situation<Kind>): Decided<Kind>;
}
/** Findings: goods that were asked for don't pass the check; nothing is kept. */
export type Decided<Kind extends SideRecordKind> =
  | Result<readonly EventOf<Kind>[], Refusal>
  | { readonly findings: readonly Finding[] };

/** All of one moment. */
export interface Situation<Kind extends SideRecordKind> {
  readonly caller: Caller;
  readonly meta: CommandMeta;
  /** The record's own; of one that begins now, the next of its series. */
  readonly number: NumberOf<Kind>;
  readonly state: StateOf<Kind> | null;
  /** Every order that request or record point at. */
  readonly orders: readonly LoadedOrder[];
  readonly openDemand: readonly OpenDemand[];
  readonly house: HouseFacts;
  /** Also all that the accounts of the customers concerned are made of (customer-account.ts). */
  readonly loaded: Loaded;
}
export interface LoadedOrder extends OrderAndShipments {
  readonly events: readonly OrderEvent[];
}
