import type { Refusal } from '../../../core/order/refusal.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import type { NumberOf } from '../../../core/record/registry.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { RecordOf } from '../../ports.ts';
import type { Caller } from '../company.ts';

/** One record, by the text its address names it with. */
export async function readRecord<Kind extends SideRecordKind>(
  { company }: Caller,
  kind: Kind,
  number: string,
): Promise<Result<RecordOf<Kind>, Refusal>> {
  const found = await company.store.read.records(kind).byNumber(number as NumberOf<Kind>);
  return found === null ? no({ code: 'record.not-found', data: { record: number } }) : ok(found);
}
