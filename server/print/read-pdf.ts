import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { footHeight } from './sheets.ts';

/** The text of one printed page, as somebody who selects it would get it. */
export interface PageText {
  readonly body: string;
  /** What stands in the bottom margin: number, issuer, page. */
  readonly foot: string;
}

/** As far as it is read here: `transform[4]` and `[5]` are the place from the left and from the bottom. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly [number, number, number, number, number, number];
}
const joined = (items: readonly TextItem[]): string => items.map(({ str }) => str).join(' ');

/** Reads the text back out of a print; `onPage` is told after each page how many of how many are read. */
export async function readPdf(pdf: Uint8Array, onPage?: (read: number, pages: number) => void): Promise<PageText[]> {
  // pdfjs takes the buffer over: it gets a copy of its own
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const document = await loading.promise;
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const texts = items.filter(
        (item): item is Extract<typeof item, TextItem> => 'str' in item,
      ) as readonly TextItem[];
      const [, bottom = 0, , top = 0] = page.view;
      const foot = footHeight(top - bottom);
      const isFoot = (item: TextItem) => item.transform[5] < foot;
      const leftToRight = (one: TextItem, other: TextItem) => one.transform[4] - other.transform[4];
      pages.push({
        body: joined(texts.filter((item) => !isFoot(item))),
        foot: joined(texts.filter(isFoot).sort(leftToRight)),
      });
      page.cleanup();
      onPage?.(number, document.numPages);
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}
