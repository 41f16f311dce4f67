import { expect, it } from 'vitest';
import { answerBytes, roomFor } from '../../../addin/excel/reading/shares.ts';

const area = (rowsLeft: number, bytesPerRow: number, measured: boolean) => ({ rowsLeft, bytesPerRow, measured });
const rowsOf = (waiting: Parameters<typeof roomFor>[0]) => roomFor(waiting).map(({ rows }) => rows);

it('fills an answer with what was measured', () => {
  expect(rowsOf([area(10_000, answerBytes / 1000, true)])).toEqual([1000]);
  expect(rowsOf([area(600, answerBytes / 1000, true), area(600, answerBytes / 1000, true)])).toEqual([600, 400]);
});

it('shares the room among what nobody has seen', () => {
  expect(rowsOf([area(9000, answerBytes / 1000, false), area(9000, answerBytes / 100, false)])).toEqual([500, 50]);
});

it('asks for one row at least', () => {
  expect(rowsOf([area(5, answerBytes * 3, true)])).toEqual([1]);
});
