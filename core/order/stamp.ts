import type { CommandMeta } from './command.ts';
import type { Stamp } from './state.ts';

/** Who did it, when and why, as a command says it: what its events carry. */
export const stamp = ({ at, by, reason }: CommandMeta): Stamp => ({
  at,
  by: { userId: by.userId, name: by.name },
  ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
});

/** The stamp of an event, without what the event says. */
export const stampOf = ({ at, by, reason }: Stamp): Stamp => ({ at, by, ...(reason === undefined ? {} : { reason }) });
