import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { projectFonts } from '../../../server/print/browser/font-settings.ts';
import { cmapGroups, withoutRadicals } from '../../../server/print/browser/radical-free-font.ts';
import { projectCoverage } from '../../../server/print/font-coverage.ts';
import { missingGlyphs } from '../../../server/print/missing-glyphs.ts';

/** Which characters a font file maps. */
function characters(file: Uint8Array): Set<number> {
  const found = new Set<number>();
  for (const [first, last] of cmapGroups(new DataView(file.buffer, file.byteOffset, file.byteLength))) {
    for (let codePoint = first; codePoint <= last; codePoint++) found.add(codePoint);
  }
  return found;
}

describe("the project's fonts", () => {
  it('have in Bold what they have in Regular: coverage is read from Regular alone', async () => {
    const [regular, bold] = await Promise.all(
      [400, 700].map(async (weight) => {
        const files = projectFonts.filter((font) => font.weight === weight).map(({ file }) => readFile(file));
        return (await Promise.all(files)).map((file) => characters(file));
      }),
    );
    expect(bold).toEqual(regular);
  });

  it('lose the radicals, and nothing else, on their way to the browser', async () => {
    for (const { file } of projectFonts) {
      const font = await readFile(file);
      const before = characters(font);
      const after = characters(withoutRadicals(font));
      const lost = [...before].filter((codePoint) => !after.has(codePoint));
      expect(lost.length).toBeGreaterThan(200);
      expect(lost.every((codePoint) => codePoint >= 0x2e80 && codePoint <= 0x2fdf)).toBe(true);
      expect(after.size).toBe(before.size - lost.length);
    }
  });
});

describe('characters no font has', () => {
  const coverage = projectCoverage();

  it('are found with their place, each once', () => {
    const model = { title: '订单', lines: [{ name: '螺丝🔩' }, { name: '🔩 𠮷' }], count: 3, none: null };
    expect(missingGlyphs(model, coverage)).toEqual([
      { character: '🔩', codePoint: 'U+1F529', where: 'lines.0.name' },
      { character: '𠮷', codePoint: 'U+20BB7', where: 'lines.1.name' },
    ]);
  });

  it('are not blanks, joiners or rare characters that a font does have', () => {
    expect(missingGlyphs(['a\u3000b\u00a0c\u200d\n\t', '䶮龑喆堃鿕', '①Ⅷ㎡℃±×÷™¥￥€№※□'], coverage)).toEqual([]);
  });

  it('are one with their twin where one glyph draws both', () => {
    const codePoint = (char: string) => char.codePointAt(0) ?? 0;
    expect(coverage.twin(codePoint('⼈'))).toBe(codePoint('人'));
    expect(coverage.twin(codePoint('人'))).toBe(codePoint('人'));
  });
});
