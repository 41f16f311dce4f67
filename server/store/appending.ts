import type { Append } from '../ports.ts';
import { StoreFault } from './store-fault.ts';

/** What JSON keeps of a value: what a restart would read. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Throws StoreFault 'store.version-stale' when the stream isn't at the version it was loaded at. */
export function expectVersion(stream: string, actual: number, expected: number): void {
  if (actual !== expected)
    throw new StoreFault('store.version-stale', `${stream} is at version ${actual}, not ${expected}`, {
      stream,
      expected,
      actual,
    });
}

/** A number that was drawn and left out while a later one is used would be missing for ever (R4). */
export function expectNoGap(drawn: ReadonlyMap<string, readonly string[]>, appends: readonly Append[]): void {
  const used = new Set(appends.flatMap((append) => (append.stream === 'book' ? [] : (append.id as string))));
  for (const numbers of drawn.values()) {
    const missing = numbers.findIndex((number) => !used.has(number));
    const gap = missing >= 0 && numbers.slice(missing).some((number) => used.has(number));
    if (gap) throw new Error(`number ${numbers[missing]} was drawn and left out`);
  }
}
