import { readFileSync } from 'node:fs';
import { projectFonts } from './browser/font-settings.ts';
import { cmapGroups } from './browser/radical-free-font.ts';

/** Which characters the project's fonts can draw, and which of them by the same glyph. */
export interface FontCoverage {
  has(codePoint: number): boolean;
  /** The first code point drawn by the same glyph: 人 and its radical ⼈ look alike, and a PDF can't tell them apart. */
  twin(codePoint: number): number;
}

let project: FontCoverage | undefined;

/** Of all the project's fonts together: the browser falls back from one to the next. Read once, 25 ms. */
export function projectCoverage(): FontCoverage {
  project ??= joinCoverage(
    projectFonts.filter(({ weight }) => weight === 400).map(({ file }) => readCmap(readFileSync(file))),
  );
  return project;
}

function joinCoverage(fonts: readonly ReadonlyMap<number, number>[]): FontCoverage {
  const twins = new Map<number, number>();
  for (const glyphs of fonts) {
    const firstOf = new Map<number, number>();
    for (const [codePoint, glyph] of glyphs) {
      if (!firstOf.has(glyph)) firstOf.set(glyph, codePoint);
      if (!twins.has(codePoint)) twins.set(codePoint, firstOf.get(glyph) ?? codePoint);
    }
  }
  return { has: (codePoint) => twins.has(codePoint), twin: (codePoint) => twins.get(codePoint) ?? codePoint };
}

/** Code point → glyph of a TrueType file. Throws RangeError for a file that isn't one with a 32-bit cmap. */
function readCmap(file: Uint8Array): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (const [first, last, firstGlyph] of cmapGroups(new DataView(file.buffer, file.byteOffset, file.byteLength))) {
    for (let codePoint = first; codePoint <= last; codePoint++) glyphs.set(codePoint, firstGlyph + codePoint - first);
  }
  return glyphs;
}
