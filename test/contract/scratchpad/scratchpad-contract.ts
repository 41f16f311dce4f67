import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import type { Clock, Scratchpad } from '../../../server/ports.ts';

/** How the suite gets at an adapter: as many servers' views of one scratchpad as it asks for. */
export interface ScratchpadGround {
  /** @param count servers that share it */
  views(count: number, clock: Clock): Promise<readonly Scratchpad[]>;
  discard(): Promise<void>;
}

const at = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** What every scratchpad must do, however many servers write on it. */
export function scratchpadContract(name: string, prepare: () => Promise<ScratchpadGround>): void {
  describe(`the scratchpad contract: ${name}`, () => {
    let ground: ScratchpadGround;
    let nowMs: number;
    let views: readonly Scratchpad[];
    beforeEach(async () => {
      nowMs = 0;
      ground = await prepare();
      views = await ground.views(2, { now: () => at(nowMs) });
    });
    afterEach(() => ground.discard());

    const view = (nth: number): Scratchpad => views[nth % views.length] as Scratchpad;
    const write = (nth: number, name: string, content: unknown, untilMs = 1000) =>
      view(nth).change<unknown>(name, () => ({ content, until: at(untilMs) }));
    /** What stands there; it stays. */
    async function read(nth: number, name: string): Promise<unknown> {
      let seen: unknown = null;
      await view(nth).change<unknown>(name, (note) => {
        seen = note;
        return note;
      });
      return seen;
    }

    test('what one server wrote the others read, under its name only', async () => {
      await write(0, 'code', { user: '王芳', tries: [1, 2] });
      expect(await read(1, 'code')).toEqual({ content: { user: '王芳', tries: [1, 2] }, until: at(1000) });
      expect(await read(1, 'Code')).toBeNull();
    });

    test('its time over, it is gone', async () => {
      await write(0, 'code', 'A');
      nowMs = 999;
      expect(await read(1, 'code')).not.toBeNull();
      nowMs = 1000;
      expect(await read(1, 'code')).toBeNull();
    });

    test('of several who take it at once one gets it', async () => {
      await write(0, 'code', 'A');
      const taken: unknown[] = [];
      const take = (nth: number) =>
        view(nth).change<unknown>('code', (note) => {
          taken.push(note?.content ?? null);
          return null;
        });
      await Promise.all(Array.from({ length: 8 }, (_, nth) => take(nth)));
      expect(taken.filter((each) => each !== null)).toEqual(['A']);
    });

    test('of several changes at once none is lost', async () => {
      const count = (nth: number) =>
        view(nth).change<number>('tries', (note) => ({ content: (note?.content ?? 0) + 1, until: at(1000) }));
      await Promise.all(Array.from({ length: 20 }, (_, nth) => count(nth)));
      expect(await read(0, 'tries')).toMatchObject({ content: 20 });
    });

    test('a change that fails leaves what stood there, and the next one works', async () => {
      await write(0, 'code', 'A');
      const failing = view(1).change('code', () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await read(1, 'code')).toMatchObject({ content: 'A' });
    });
  });
}
