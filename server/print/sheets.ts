import { type DocumentModel, sheetOf } from '../../core/document/document-model.ts';

/** What papers are printed on: millimetres, tractor holes of continuous paper included. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Top, right, bottom, left; the paper's foot stands in the bottom one. */
  readonly margins: readonly [number, number, number, number];
}

/** 241 × 279.4 mm of continuous paper, cut in two or in three: 93.1 mm is what its printers advance by. */
const sheets = {
  a4: { width: 210, height: 297, margins: [12, 16, 16, 16] },
  'half-sheet': { width: 241, height: 139.7, margins: [5, 20, 9, 15] },
  'third-sheet': { width: 241, height: 93.1, margins: [4, 20, 8, 15] },
} as const satisfies Record<string, Sheet>;

/** Size and margins for the `@page` of a paper. */
export function pageBox(model: DocumentModel): string {
  const { width, height, margins } = sheets[sheetOf(model)];
  return `size: ${width}mm ${height}mm; margin: ${margins.map((margin) => `${margin}mm`).join(' ')};`;
}

const point = 72 / 25.4;

/** How much of a printed page's height is foot, both in PDF points. */
export function footHeight(pageHeight: number): number {
  const far = (sheet: Sheet) => Math.abs(sheet.height * point - pageHeight);
  const [nearest] = Object.values<Sheet>(sheets).toSorted((a, b) => far(a) - far(b));
  return (nearest ?? sheets.a4).margins[2] * point;
}
