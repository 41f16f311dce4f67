import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAsYouType } from '../../../ui/sheet-session/as-you-type.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { givenSession, givenStorage, orderSheet } from './given.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const cell = (row: number, column: number) => [
  { sheet: '订单', area: { top: row, left: column, bottom: row, right: column } },
];

/** The clerk's typing, as the opened file takes it; what the session asked to read anew is noted. */
async function given(storage = givenStorage()) {
  const { session, port, server } = givenSession();
  const read: unknown[] = [];
  const { readAgain, readGrids } = port;
  port.readAgain = (known, changed) => {
    read.push(changed);
    return readAgain(known, changed);
  };
  port.readGrids = () => {
    read.push('all');
    return readGrids();
  };
  await session.check();
  read.length = 0;
  const type = (row: number, column: number, value: number | string) =>
    port.applyFixes([{ sheet: '订单', row, column, cell: '', value }], { overFormulas: true });
  return { session, port, server, read, type, asYouType: createAsYouType(session, storage), storage };
}
const findings = ({ state }: Awaited<ReturnType<typeof given>>['session']) =>
  isChecked(state) ? state.findings.map(({ code, cell: at }) => `${code} ${at}`) : [];
const pause = () => vi.advanceTimersByTimeAsync(1000);

describe('checking as the user types', () => {
  test('reads what changed, once he pauses', async () => {
    const { session, type, asYouType, read } = await given();
    await type(2, 5, 80);
    asYouType.changed(cell(2, 5));
    await vi.advanceTimersByTimeAsync(500);
    await type(3, 2, 'F-50');
    asYouType.changed(cell(3, 2));
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toEqual([]);
    await pause();
    expect(read).toEqual([[...cell(2, 5), ...cell(3, 2)]]);
    expect(findings(session).filter((each) => /F3|C4/.test(each))).toEqual([]);
    expect(isChecked(session.state) && session.state.stale).toBe(false);
  });

  test('reads with the next edit what it could not read before', async () => {
    const { session, type, asYouType, port } = await given();
    const again = vi.spyOn(port, 'readAgain').mockRejectedValueOnce(new Error('Excel is busy'));
    await type(2, 5, 80);
    asYouType.changed(cell(2, 5));
    await pause();
    expect(session.state.failure).not.toBeNull();
    asYouType.changed(cell(3, 2));
    await pause();
    expect(again.mock.calls.map(([, areas]) => areas)).toEqual([cell(2, 5), [...cell(2, 5), ...cell(3, 2)]]);
    expect(isChecked(session.state) && session.state.stale).toBe(false);
    asYouType.changed(cell(3, 2));
    await pause();
    expect(again.mock.lastCall?.[1]).toEqual(cell(3, 2));
  });

  test('reads everything when rows came or went', async () => {
    const { asYouType, read } = await given();
    asYouType.changed(cell(1, 1));
    asYouType.changed(null);
    asYouType.changed(cell(1, 1));
    await pause();
    expect(read).toEqual(['all']);
  });

  test('paused, it says that the check is old, and goes on where it was', async () => {
    const { session, asYouType, read } = await given();
    asYouType.set(false);
    asYouType.changed(cell(2, 5));
    await pause();
    expect(read).toEqual([]);
    expect(isChecked(session.state) && session.state.stale).toBe(true);
    asYouType.set(true);
    await pause();
    expect(read).toEqual([cell(2, 5)]);
  });

  test('is as it was left on this device', async () => {
    const { session, asYouType, storage } = await given();
    asYouType.set(false);
    expect(createAsYouType(session, storage).on).toBe(false);
    asYouType.set(true);
    expect(createAsYouType(session, storage).on).toBe(true);
  });

  test('waits for what is being done', async () => {
    const { session, server, asYouType, read } = await given();
    let answer: () => void = () => {};
    const { client } = server;
    server.client.call = (() => new Promise((resolve) => (answer = () => resolve({ results: [] })))) as never;
    const post = session.post();
    await vi.advanceTimersByTimeAsync(0);
    expect(client).toBe(server.client);
    read.length = 0; // posting looks at the sheet before it sends
    asYouType.changed(cell(2, 5));
    await pause();
    expect(read).toEqual([]);
    answer();
    await post;
    await pause();
    expect(session.state.doing).toBeNull();
    expect(read.length).toBeGreaterThan(0);
  });

  test('reads again where a table waits for its first row', async () => {
    const { session, port } = givenSession({ sheet: orderSheet([]), others: [] });
    const asYouType = createAsYouType(session, givenStorage());
    await session.read();
    expect(session.state).toMatchObject({ found: { problems: [{ code: 'problem.no-rows' }] } });
    port.readGrids = async () => [orderSheet()];
    asYouType.changed(cell(1, 1));
    await pause();
    expect(session.state).toMatchObject({ step: 'found', found: { problems: [] } });
  });

  test('does nothing before the first check', async () => {
    const { session } = givenSession();
    const asYouType = createAsYouType(session, givenStorage());
    asYouType.changed(cell(1, 1));
    await pause();
    expect(session.state.step).toBe('empty');
  });
});

test('posting reads everything once more: co-authors’ edits are not told', async () => {
  const { session, asYouType, read, server } = await given();
  asYouType.changed(cell(1, 1));
  await pause();
  read.length = 0;
  await session.post();
  expect(read[0]).toBe('all');
  expect(server.sent.length).toBeGreaterThan(0);
});
