import { stampOf } from '../order/stamp.ts';
import { inRecordStatus } from '../record/in-record-status.ts';
import { unreachable } from '../value/result.ts';
import type {
  AgreedChange,
  Agreement,
  AskedChange,
  AssessedChange,
  ChangeContent,
  ChangeRequest,
  CosignedChange,
  Signature,
} from './change.ts';
import type { Department } from './departments.ts';
import type { ChangeEvent } from './event.ts';

type EventOf<Type extends ChangeEvent['type']> = Extract<ChangeEvent, { readonly type: Type }>;

/** The change request after one more event; null = before the first. An event that can't follow throws. */
export function evolveChange(change: ChangeRequest | null, event: ChangeEvent): ChangeRequest {
  switch (event.type) {
    case 'change-asked':
      if (change !== null) throw new Error(`change ${change.number} was asked twice`);
      return assessedOrNot({ ...event.change, asked: stampOf(event), assessments: [] });
    case 'change-assessed':
      return assessed(inRecordStatus(change, 'asked', 'assessed'), event);
    case 'change-loss-settled': {
      const before = inRecordStatus(change, 'assessed', 'agreed', 'cosigned');
      const loss = { ...event.loss, settled: stampOf(event) };
      // Who approved before approved other shares.
      return before.status === 'assessed' ? { ...before, loss } : { ...before, loss, approvals: [] };
    }
    case 'change-agreed': {
      const agreement = { ...event.agreement, recorded: stampOf(event) };
      return cosignedOrNot({ ...inRecordStatus(change, 'assessed'), agreement, signatures: [], approvals: [] });
    }
    case 'change-cosigned': {
      const before = inRecordStatus(change, 'agreed', 'cosigned');
      const signature = { ...event.signature, signed: stampOf(event) };
      // Who approved before somebody objected didn't know of it.
      const approvals = signature.agrees ? before.approvals : [];
      return cosignedOrNot({ ...before, approvals, signatures: withLast(before.signatures, signature) });
    }
    case 'change-approved': {
      const before = inRecordStatus(change, 'cosigned', 'approved');
      const approvals = [...before.approvals, { as: event.as, approved: stampOf(event) }];
      return { ...before, approvals, status: event.complete ? 'approved' : 'cosigned' };
    }
    case 'change-came-into-force': {
      const approved = inRecordStatus(change, 'approved');
      return { ...approved, status: 'in-force', inForce: stampOf(event), redLine: event.redLine };
    }
    case 'change-refused': {
      const open = inRecordStatus(change, 'asked', 'assessed', 'agreed', 'cosigned');
      return { ...open, status: 'refused', refused: stampOf(event) };
    }
    case 'change-withdrawn': {
      const open = inRecordStatus(change, 'asked', 'assessed', 'agreed', 'cosigned', 'approved');
      return { ...open, status: 'withdrawn', withdrawn: stampOf(event) };
    }
    default:
      return unreachable(event);
  }
}

/** The change request its events tell of. An empty stream is a broken invariant. */
export function replayChange(events: readonly ChangeEvent[]): ChangeRequest {
  const change = events.reduce<ChangeRequest | null>(evolveChange, null);
  if (change === null) throw new Error('a change request without events');
  return change;
}

const assessed = (change: AskedChange | AssessedChange, event: EventOf<'change-assessed'>): ChangeRequest =>
  assessedOrNot({
    ...change,
    assessments: withLast(change.assessments, { ...event.assessment, assessed: stampOf(event) }),
  });

function assessedOrNot(change: ChangeContent): AskedChange | AssessedChange {
  const answered = change.departments.every((asked) =>
    change.assessments.some(({ department }) => department === asked),
  );
  return { ...change, status: answered ? 'assessed' : 'asked' };
}

function cosignedOrNot(change: ChangeContent & Agreement): AgreedChange | CosignedChange {
  const signed = (asked: Department): boolean =>
    change.signatures.some(({ department, agrees }: Signature) => department === asked && agrees);
  return { ...change, status: change.departments.every(signed) ? 'cosigned' : 'agreed' };
}

/** One entry a department: its last word. */
const withLast = <Entry extends { readonly department: Department }>(
  entries: readonly Entry[],
  last: Entry,
): readonly Entry[] => [...entries.filter(({ department }) => department !== last.department), last];
