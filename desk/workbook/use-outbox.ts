import { useMemo } from 'react';
import { createOutbox, type Outbox } from '../../ui/sheet-session/outbox.ts';
import { useDesk } from '../session/desk-context.ts';

const outboxes = new Map<string, Outbox>();

/** The outbox of whoever is signed in; the same object each time, for it keeps what storage has no room for. */
export function useOutbox(): Outbox {
  const { me } = useDesk();
  const owner = `${me.company.id}/${me.user.id}`;
  return useMemo(() => {
    const outbox = outboxes.get(owner) ?? createOutbox(localStorage, owner);
    outboxes.set(owner, outbox);
    return outbox;
  }, [owner]);
}
