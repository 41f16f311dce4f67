import { expect, test } from 'vitest';
import { checkedWire } from '../../../core/wire/checked-client.ts';
import { EventReader } from '../../../core/wire/event-reader.ts';
import { eventText, heartbeat, type LiveEvent } from '../../../core/wire/live.ts';

const events: readonly LiveEvent[] = [
  { event: 'trouble', trouble: null },
  { event: 'change', position: 4, orders: ['SO-202611-00001'], kinds: ['order', 'paper'], books: [] },
  { event: 'missed' },
  { event: 'trouble', trouble: { code: 'disk-full', since: '2026-11-21T02:00:00.000Z' } },
];
const text = `${heartbeat}${events.map(eventText).join(heartbeat)}`;

test.each([1, 2, 3, 7, 1000])('events are read however the text is cut: into pieces of %i', (length) => {
  const reader = new EventReader(checkedWire.readEvent);
  const read: LiveEvent[] = [];
  for (let from = 0; from < text.length; from += length) read.push(...reader.read(text.slice(from, from + length)));
  expect(read).toEqual(events);
});

test('what a proxy may make of it is read too: other line ends, no space', () => {
  const reader = new EventReader(checkedWire.readEvent);
  expect(reader.read('data:{"event":"missed"}\r\n\r\n: x\r\nid: 3\r\n\r\n')).toEqual([{ event: 'missed' }]);
});

test('what isn’t ours throws', () => {
  expect(() => new EventReader(checkedWire.readEvent).read('data: {"event":"other"}\n\n')).toThrow();
});
