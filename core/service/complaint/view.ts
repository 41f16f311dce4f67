import type { Role } from '../../policy/roles.ts';
import type { PersonKey } from '../../record/person.ts';
import type { Instant } from '../../value/date.ts';
import type { Complaint } from './complaint.ts';

/** Who made a complaint, in a side record that can be erased. */
export interface Reporter {
  readonly key: PersonKey;
  readonly name: string;
  readonly contact?: string;
}

/** `Open extends …`: every status of the complaint keeps its own fields. */
type WithoutReporter<Open> = Open extends Complaint ? Omit<Open, 'reporter' | 'received'> : never;

/**
 * A complaint as somebody may see it. Only an auditor sees who made it, and who wrote it down: an employee who complains
 * mostly writes it himself.
 */
export type ComplaintView = WithoutReporter<Complaint> & {
  readonly receivedAt: Instant;
  readonly confidential?: {
    readonly reporter: Reporter | null;
    readonly received: Complaint['received'];
  };
};

/** `reporter`: the side record, null when it was erased. */
export function complaintView(complaint: Complaint, reporter: Reporter | null, roles: readonly Role[]): ComplaintView {
  const { reporter: _key, received, ...seen } = complaint;
  const open = { ...seen, receivedAt: received.at } as ComplaintView; // spreading a union forgets which of it it was
  return roles.includes('auditor') ? { ...open, confidential: { reporter, received } } : open;
}
