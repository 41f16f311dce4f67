import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { handlers } from '../../../torture/handlers/handlers.ts';

/** Torture takes each of them away; one whose text has moved would silently be left out. */
const store = new URL('../../../../server/store/embedded/', import.meta.url);

test.each(handlers.map(({ file, what, text }) => [file, what, text] as const))('%s: %s', (file, _what, text) => {
  const code = readFileSync(new URL(file, store), 'utf8');
  expect(code.split(text).length - 1, text).toBe(1);
});
