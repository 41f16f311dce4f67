import { expect, it } from 'vitest';
import { textsIn } from '../../locales/index.ts';
import { failureOf } from '../../server/cli/failure.ts';
import { StoreFault } from '../../server/store/store-fault.ts';

it.each([
  [{ because: 'database-full' }, 'the disk of the database is full'],
  [{ because: 'read-only' }, 'may not write to its data folder'],
  // Where nobody said why it is the disk's fault, in words and not as the name of a text.
  [{}, "doesn't take it"],
])('what could not be kept %j is told in words', (details, words) => {
  const failure = failureOf(new StoreFault('store.write-failed', 'no', details), textsIn('en'));
  expect(failure?.message).toContain(words);
});

it('a defect is not worded: it shows where it came from', () => {
  expect(failureOf(new StoreFault('store.unexpected', 'no'), textsIn('en'))).toBeNull();
});
