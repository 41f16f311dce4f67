import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { handlers } from '../../../torture/handlers/handlers.ts';

/**
 * Torture takes each of them away and expects a test to fail. One whose text has moved would be left out, and a file that can't be
 * read without it would fail whatever the tests are.
 */
const store = new URL('../../../../server/store/embedded/', import.meta.url);

test.each(handlers.map((handler) => [handler.file, handler.what, handler] as const))(
  '%s: %s',
  (file, _what, handler) => {
    const code = readFileSync(new URL(file, store), 'utf8');
    expect(code.split(handler.text).length - 1, handler.text).toBe(1);
    const without = code.replace(handler.text, () => handler.without);
    const { diagnostics = [] } = ts.transpileModule(without, { fileName: file, reportDiagnostics: true });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  },
);
