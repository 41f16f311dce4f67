import type { SideRecordKind } from './lifecycle.ts';
import { recordLifecycles } from './lifecycles.ts';

/** Whether nothing more will come of a record: its table has no way out of the status. */
export function isOver(kind: SideRecordKind, status: string): boolean {
  const lifecycle = recordLifecycles.find((each) => each.kind === kind);
  if (!lifecycle?.statuses.includes(status)) throw new Error(`${kind} knows no status ${status}`);
  return !lifecycle.transitions.some(({ from, to }) => from.includes(status) && to !== 'same');
}
