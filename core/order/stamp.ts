import type { CommandMeta } from './command.ts';
import type { Stamp } from './state.ts';

/** Who did it, when, why and by which policy, as a command says it: what its events carry. */
export const stamp = ({ at, by, reason, policy }: CommandMeta): Stamp => ({
  at,
  by: { userId: by.userId, name: by.name },
  ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  policy,
});

/** The stamp of an event, without what the event says. */
export const stampOf = ({ at, by, reason, policy }: Stamp): Stamp => ({
  at,
  by,
  ...(reason === undefined ? {} : { reason }),
  ...(policy === undefined ? {} : { policy }),
});
