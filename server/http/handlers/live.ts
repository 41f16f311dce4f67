import type { Announcer } from '../../app/live/announcer.ts';
import { EventStream } from '../event-stream.ts';
import type { Handlers } from '../handler.ts';
import { problem } from '../problem.ts';

/** What changes, told as it happens. */
export const liveHandlers = (announcer: Announcer): Pick<Handlers, 'live'> => ({
  live: async ({ caller }) => {
    const stream = new EventStream();
    const stop = announcer.listen(caller, stream);
    if (stop === null) throw problem(429, 'live.too-many');
    stream.once('close', stop);
    return stream;
  },
});
