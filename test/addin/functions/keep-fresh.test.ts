import { beforeEach, expect, test } from 'vitest';
import { keepFresh, unseenMs } from '../../../addin/functions/keep-fresh.ts';

/** A world that the test moves, and what the formulas were told to do. */
function given() {
  const told: string[] = [];
  const listeners: Record<'connection' | 'tokens' | 'windows' | 'language' | 'minute', () => void> = {
    connection: () => undefined,
    tokens: () => undefined,
    windows: () => undefined,
    language: () => undefined,
    minute: () => undefined,
  };
  const world = { away: false, token: null as string | null, isSeen: true, isWatched: true, everyMs: 0 };
  const listens =
    (name: keyof typeof listeners) =>
    (listener: () => void): (() => void) => {
      listeners[name] = listener;
      return () => undefined;
    };
  keepFresh(
    {
      watch: () => () => undefined,
      expire: () => void told.push('expire'),
      askAgain: () => void told.push('ask again'),
      retry: () => void told.push('retry'),
      startOver: () => void told.push('start over'),
      repeat: () => void told.push('repeat'),
      get isWatched() {
        return world.isWatched;
      },
    },
    {
      connection: {
        live: {
          trouble: null,
          isHearing: false,
          onTrouble: () => () => undefined,
          onNews: () => () => undefined,
          start: () => () => undefined,
          wake: () => undefined,
        },
        get state() {
          return { away: world.away, turnedAway: null };
        },
        subscribe: listens('connection'),
      },
      tokens: { token: () => world.token, onChange: listens('tokens') },
      page: { isSeen: () => world.isSeen },
      onOtherWindows: listens('windows'),
      onLanguage: listens('language'),
      every(ms, action) {
        world.everyMs = ms;
        listeners.minute = action;
      },
    },
  );
  return { told, world, listeners };
}

let around: ReturnType<typeof given>;
beforeEach(() => {
  around = given();
});

test('the server’s return ends the wait, its going away alone does nothing', () => {
  const { told, world, listeners } = around;
  world.away = true;
  listeners.connection();
  listeners.connection();
  expect(told).toEqual([]);
  world.away = false;
  listeners.connection();
  listeners.connection();
  expect(told).toEqual(['retry']);
});

test('whoever connects or disconnects, here or in another window, begins anew; the same one doesn’t', () => {
  const { told, world, listeners } = around;
  listeners.windows();
  expect(told).toEqual([]);
  world.token = 'wang';
  listeners.tokens();
  listeners.windows();
  expect(told).toEqual(['start over']);
  world.token = null;
  listeners.windows();
  expect(told).toEqual(['start over', 'start over']);
});

test('formulas of a page that nobody sees are asked again now and then, where there are any', () => {
  const { told, world, listeners } = around;
  expect(world.everyMs).toBe(unseenMs);
  listeners.minute();
  expect(told).toEqual([]);
  world.isSeen = false;
  listeners.minute();
  expect(told).toEqual(['expire', 'ask again']);
  world.isWatched = false;
  listeners.minute();
  expect(told).toEqual(['expire', 'ask again']);
});

test('another language says the same again', () => {
  around.listeners.language();
  expect(around.told).toEqual(['repeat']);
});
