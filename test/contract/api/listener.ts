import { EventReader } from '../../../core/wire/event-reader.ts';
import { type LiveEvent, liveEvent } from '../../../core/wire/live.ts';
import { type Office, ownHost } from './office.ts';

/** Somebody who listens to the stream of changes. */
export interface Listening {
  readonly status: number;
  readonly contentType: string | undefined;
  /** Waits for the next event; null = the stream has ended. */
  next(): Promise<LiveEvent | null>;
}

/** Opens a stream with the token, over the routes themselves. */
export async function listenWith(office: Office, token: string | null): Promise<Listening> {
  const response = await office.app.inject({
    url: '/api/live',
    headers: { host: ownHost, ...(token !== null && { authorization: `Bearer ${token}` }) },
    payloadAsStream: true,
  });
  const body = response.stream();
  const pieces = body[Symbol.asyncIterator]();
  const reader = new EventReader((sent) => liveEvent.parse(sent));
  const events: LiveEvent[] = [];
  return {
    status: response.statusCode,
    contentType: response.headers['content-type'] as string | undefined,
    async next() {
      while (events.length === 0) {
        const { done, value } = await pieces.next();
        if (done) return null;
        events.push(...reader.read(String(value)));
      }
      return events.shift() ?? null;
    },
  };
}
