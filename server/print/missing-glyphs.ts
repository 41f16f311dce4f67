import type { FontCoverage } from './font-coverage.ts';
import { PrintFault } from './print-fault.ts';

/** A character that no font of the project can draw, and where in the model it stands. */
export interface MissingGlyph {
  readonly character: string;
  /** "U+4DAE" */
  readonly codePoint: string;
  /** "customer.0.value" */
  readonly where: string;
}

/** Blanks, and characters that are never drawn (joiners, variation selectors). */
const neverDrawn = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** Every character of the model's texts that would be printed as an empty box; each once, at its first place. */
export function missingGlyphs(model: unknown, coverage: FontCoverage): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  walkTexts(model, [], (text, path) => {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (coverage.has(codePoint) || neverDrawn.test(character) || found.has(character)) continue;
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      found.set(character, { character, codePoint: name, where: path.join('.') });
    }
  });
  return [...found.values()];
}

/** A paper with a gap in a name must not go out: refused before printing, while it can still be said which and where. */
export function refuseMissingGlyphs(number: string, missing: readonly MissingGlyph[]): void {
  if (missing.length === 0) return;
  const list = missing.map(({ character, codePoint, where }) => `${character} (${codePoint}) in ${where}`).join(', ');
  const characters = missing.map(({ character, codePoint }) => `${character} (${codePoint})`).join(', ');
  throw new PrintFault('print.glyph-missing', `${number}: no font has ${list}`, { paper: number, missing, characters });
}

function walkTexts(
  value: unknown,
  path: readonly string[],
  visit: (text: string, path: readonly string[]) => void,
): void {
  if (typeof value === 'string') visit(value, path);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) walkTexts(inner, [...path, key], visit);
  }
}
