import type { Area } from '../../../core/sheet/grid.ts';
import { answerBytes, type Progress, roomFor, type Share } from './shares.ts';

/** An area to be read from its first row to its last, in as many blocks as needed. */
export interface Stretch {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  readonly properties: readonly ('values' | 'numberFormat' | 'formulas')[];
  /** Of one row, where these cells were read before. */
  readonly bytesPerRow?: number;
  /** Gets each block, with the sheet row it begins at. */
  readonly take: (block: Excel.Range, row: number) => void;
}
type Reading = Stretch & Progress;

/** Reads all of them, as much in each conversation as an answer may hold. */
export async function readStretches(context: Excel.RequestContext, stretches: readonly Stretch[]): Promise<void> {
  const reading = stretches.map(begin);
  for (let waiting = reading; waiting.length > 0; waiting = waiting.filter(({ rowsLeft }) => rowsLeft > 0)) {
    const blocks = roomFor(waiting).map((share) => ({ share, block: blockOf(share) }));
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || blocks.every(({ share }) => share.rows === 1)) throw error;
      // These rows hold more than those before them: the next try asks for half as many.
      for (const { of, rows } of blocks.map(({ share }) => share))
        of.bytesPerRow = 2 * Math.max(of.bytesPerRow, answerBytes / rows);
      continue;
    }
    for (const { share, block } of blocks) taken(share, block);
  }
}

function begin(stretch: Stretch): Reading {
  const { area, properties } = stretch;
  const guess = (area.right - area.left + 1) * properties.length * guessedBytes;
  const bytesPerRow = Math.max(guess, stretch.bytesPerRow ?? 0);
  return { ...stretch, rowsLeft: area.bottom - area.top + 1, bytesPerRow, measured: false };
}
/** Of one property of one cell, until a first block shows it. */
const guessedBytes = 30;

const firstRow = ({ area, rowsLeft }: Reading): number => area.bottom + 1 - rowsLeft;

function blockOf({ of, rows }: Share<Reading>): Excel.Range {
  const { sheet, area, properties } = of;
  return sheet.getRangeByIndexes(firstRow(of), area.left, rows, area.right - area.left + 1).load(properties.join());
}

function taken({ of, rows }: Share<Reading>, block: Excel.Range): void {
  of.take(block, firstRow(of));
  of.rowsLeft -= rows;
  of.bytesPerRow = of.properties.reduce((sum, property) => sum + bytesOf(block[property]), 0) / rows;
  of.measured = true;
}

const encoder = new TextEncoder();
export const bytesOf = (data: unknown): number => encoder.encode(JSON.stringify(data)).length;

const isTooLarge = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error && error.code === Excel.ErrorCodes.responsePayloadSizeLimitExceeded;
