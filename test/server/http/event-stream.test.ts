import { expect, test } from 'vitest';
import { EventStream, mostWaiting } from '../../../server/http/event-stream.ts';

const event = { event: 'change', position: 1, orders: ['SO-202611-00001'], kinds: ['order'], books: [] } as const;
const told = { ...event, orders: [...event.orders], kinds: [...event.kinds], books: [] };

test('a reader who doesn’t read is dropped before much waits for him', () => {
  const stream = new EventStream();
  let most = 0;
  for (let count = 0; count < 100_000 && !stream.destroyed; count += 1) {
    stream.tell(told);
    most = Math.max(most, stream.readableLength);
  }
  expect(stream.destroyed).toBe(true);
  expect(most).toBeLessThan(2 * mostWaiting);
  stream.tell(told);
  stream.beat();
  stream.end();
});

test('one who reads gets everything, however much it is', async () => {
  const stream = new EventStream();
  let length = 0;
  stream.on('data', (piece: Buffer) => {
    length += piece.length;
  });
  const [rounds, each] = [300, 100];
  for (let round = 0; round < rounds; round += 1) {
    for (let count = 0; count < each; count += 1) stream.tell(told);
    await new Promise((resolve) => setImmediate(resolve));
  }
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  expect(length).toBe(rounds * each * `data: ${JSON.stringify(told)}\n\n`.length);
});
