import { readFileSync } from 'node:fs';
import { projectFonts } from './browser/font-settings.ts';
import { cmapGroups, isRadical } from './browser/radical-free-font.ts';

/** Which characters the project's fonts can draw, and which of them by the same glyph. */
export interface FontCoverage {
  has(codePoint: number): boolean;
  /** The first character drawn by the same glyph: a radical ⼈ stands for 人, and a PDF can't tell some others apart. */
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
      if (!isRadical(codePoint) && !firstOf.has(glyph)) firstOf.set(glyph, codePoint);
    }
    for (const [codePoint, glyph] of glyphs) {
      const first = firstOf.get(glyph); // none: a radical with a glyph of its own, which the browser doesn't see
      if (first !== undefined && !twins.has(codePoint)) twins.set(codePoint, first);
    }
  }
  return { has: (codePoint) => twins.has(codePoint), twin: (codePoint) => twins.get(codePoint) ?? codePoint };
}

/**
 * The same texts with characters in place of radicals: customers copy ⼈⺠ out of badly made PDFs, and the fonts the
 * browser sees have no radicals.
 */
export function withoutRadicalTexts<Model>(model: Model, coverage: FontCoverage): Model {
  const spelled = JSON.stringify(model).replace(/[\u2e80-\u2fdf]/gu, (radical) =>
    String.fromCodePoint(coverage.twin(radical.codePointAt(0) ?? 0)),
  );
  return JSON.parse(spelled) as Model;
}

/** Code point → glyph of a TrueType file. Throws RangeError for a file that isn't one with a 32-bit cmap. */
function readCmap(file: Uint8Array): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (const [first, last, firstGlyph] of cmapGroups(new DataView(file.buffer, file.byteOffset, file.byteLength))) {
    for (let codePoint = first; codePoint <= last; codePoint++) glyphs.set(codePoint, firstGlyph + codePoint - first);
  }
  return glyphs;
}
