import { expect, test } from 'vitest';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { unsavedFixes } from '../../../ui/sheet-session/unsaved-fixes.ts';
import { givenSession } from './given.ts';

const unsaved = ({ state }: SheetSession) => unsavedFixes(state).map(({ cell }) => cell);
async function givenFix() {
  const given = givenSession();
  await given.session.check();
  const fix = async () =>
    isChecked(given.session.state) &&
    given.session.fix(given.session.state.findings.filter(({ cell }) => cell === 'F3'));
  await fix();
  return { ...given, fix };
}

test('a fix would be lost with the page until it is undone', async () => {
  const { session } = await givenFix();
  expect(unsaved(session)).toEqual(['F3']);
  await session.undo();
  expect(unsaved(session)).toEqual([]);
});

test('a copy keeps the fixes made before it, not those after', async () => {
  const { session, fix } = await givenFix();
  session.copied();
  expect(unsaved(session)).toEqual([]);
  await session.undo();
  await fix();
  expect(unsaved(session)).toEqual(['F3']);
});

test('a fix is kept when its order is on the server, not when only others are', async () => {
  const { session, server } = await givenFix();
  server.mood = 'forbids';
  await session.post();
  expect(unsaved(session)).toEqual(['F3']);
  server.mood = 'answers';
  await session.post();
  expect(unsaved(session)).toEqual([]);
});
