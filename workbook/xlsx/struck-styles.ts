import type { XlsxPackage } from './package.ts';
import { isTrue, readXml } from './xml.ts';

/** Style numbers of cells whose font is struck through. */
export function readStruckStyles({ bytes, entries, styles }: XlsxPackage): ReadonlySet<number> {
  const entry = styles === null ? undefined : entries.get(styles);
  const struck = new Set<number>();
  if (!entry) return struck;
  const struckFonts = new Set<number>();
  let fonts = 0;
  let formats = 0;
  let inside: 'fonts' | 'cellXfs' | null = null;
  readXml(bytes, entry, {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'cellXfs') inside = name;
      if (inside === 'fonts' && name === 'font') fonts += 1;
      // Without a value it says yes.
      if (inside === 'fonts' && name === 'strike' && (attributes.val === undefined || isTrue(attributes.val)))
        struckFonts.add(fonts - 1);
      if (inside === 'cellXfs' && name === 'xf') {
        if (struckFonts.has(Number(attributes.fontId ?? 0))) struck.add(formats);
        formats += 1;
      }
    },
    close: (name) => {
      if (name === inside) inside = null;
    },
  });
  return struck;
}
