import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { launchBrowser } from '../../../server/print/browser/launch-browser.ts';
import { PdfPrinter } from '../../../server/print/pdf-printer.ts';
import type { PrintFault } from '../../../server/print/print-fault.ts';
import { readPdf } from '../../../server/print/read-pdf.ts';
import { deliveryNoteModel, letterModel, noticeModel, reportModel, statementModel } from './sample-papers.ts';

const printer = new PdfPrinter({ launch: () => launchBrowser({ setting: 'pinned' }) });
afterAll(() => printer.close());

const withoutBlanks = (text: string) => text.replaceAll(/\s/g, '');

/** The names of all fonts a PDF embeds, subset prefixes removed. */
async function fontNames(pdf: Uint8Array): Promise<Set<string>> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const names = new Set<string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operator] of fnArray.entries()) {
      if (operator !== OPS.setFont) continue;
      const font = page.commonObjs.get(argsArray[index][0]) as { name: string; type: string };
      names.add(`${font.name.replace(/^[A-Z]{6}\+/, '')} ${font.type}`);
    }
  }
  await loading.destroy();
  return names;
}

describe('one paper', () => {
  it.each(locales)('in %s has text that can be selected and searched', async (locale) => {
    const { pdf, pages, sha256, templateVersion } = await printer.print(letterModel(locale, 3));
    const text = withoutBlanks((await readPdf(pdf)).map(({ body }) => body).join(''));
    const words = {
      'zh-Hans': '需方确认（签字盖章）',
      'zh-Hant': '買方確認（簽名用印）',
      en: 'Confirmedbythecustomer',
    };
    expect(text).toContain(words[locale]);
    expect(text).toContain('上海恒远机电设备有限公司');
    expect(text).toContain('¥16,249.60');
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/u);
    expect({ pages, sha256, templateVersion }).toEqual({
      pages: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      templateVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it.each(locales)('of every kind is printed in %s', async (locale) => {
    expect((await printer.print(noticeModel(locale))).pages).toBe(1);
    expect((await printer.print(deliveryNoteModel(locale))).pages).toBe(1);
    expect((await printer.print(statementModel(locale))).pages).toBe(1);
    expect((await printer.print(reportModel(locale))).pages).toBeGreaterThan(1);
  });

  it.runIf(process.platform === 'linux')("embeds the project's TrueType fonts and no others", async () => {
    const { pdf } = await printer.print(letterModel('zh-Hans', 3));
    expect(await fontNames(pdf)).toEqual(new Set(['NotoSansSC-Regular CIDFontType2', 'NotoSansSC-Bold CIDFontType2']));
  });

  it('prints radicals that came with a copied text as the characters they stand for', async () => {
    const { pdf } = await printer.print(
      letterModel('zh-Hans', 1, 42, { customer: { code: 'C9', name: '⼈⺠⻔锁⾦⼚' } }),
    );
    expect(withoutBlanks((await readPdf(pdf))[0]?.body ?? '')).toContain('人民门锁金厂');
  });

  it('prints markup in a name as text', async () => {
    const name = '<script>document.title="x"</script> & <b>五金</b> "店"';
    const model = letterModel('zh-Hans', 1, 42, { customer: { code: 'C9', name } });
    const { pdf } = await printer.print(model);
    expect(withoutBlanks((await readPdf(pdf))[0]?.body ?? '')).toContain(withoutBlanks(name));
  });
});

describe('a delivery note', () => {
  /** Of each page, in millimetres. */
  async function pageSizes(pdf: Uint8Array): Promise<string[]> {
    const loading = getDocument({ data: pdf.slice(), verbosity: 0 });
    const document = await loading.promise;
    const sizes: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
      sizes.push([right - left, top - bottom].map((points) => ((points / 72) * 25.4).toFixed(1)).join(' × '));
    }
    await loading.destroy();
    return sizes;
  }

  it.each([
    ['half-sheet', '241.0 × 139.7'],
    ['third-sheet', '241.0 × 93.1'],
    ['a4', '210.0 × 297.0'],
  ] as const)('on a %s is exactly as high as its paper, however long it is', async (sheet, size) => {
    const { pdf, pages } = await printer.print(deliveryNoteModel('zh-Hans', 60, sheet));
    expect(pages).toBeGreaterThan(1);
    for (const page of await pageSizes(pdf)) expect(nearly(page)).toBe(nearly(size));
    // Each sheet says whose copy it is, and how many there are.
    for (const [index, { body, foot }] of (await readPdf(pdf)).entries()) {
      for (const copy of ['白联存根', '红联客户', '黄联回单']) expect(withoutBlanks(body)).toContain(copy);
      expect(foot.trimEnd()).toMatch(new RegExp(`${index + 1} / ${pages}$`));
    }
  });

  /** Chrome counts in whole points: half a millimetre of drift would be seen after a hundred forms, a fifth can't be avoided. */
  const nearly = (size: string) =>
    size
      .split(' × ')
      .map((side) => Math.round(Number(side) * 2) / 2)
      .join(' × ');

  it('keeps its own paper beside letters in one print file', async () => {
    const { pdf, pages } = await printer.printFile([letterModel('zh-Hans', 2), deliveryNoteModel('zh-Hans')]);
    expect(pages).toEqual([1, 1]);
    const [letter, note] = await pageSizes(pdf);
    expect([letter, note].map((size) => nearly(size ?? '').split(' × ')[0])).toEqual(['210', '241']);
  });
});

describe('a long letter', () => {
  it('repeats its head on each page of lines, splits no line, and keeps the total with one line at least', async () => {
    const model = letterModel('zh-Hans', 60);
    const { pdf } = await printer.print(model);
    const pages = (await readPdf(pdf)).map(({ body }) => withoutBlanks(body));
    const codes = model.lines.map(({ itemCode, quantity, unit }) => ({ itemCode, rest: `${quantity}${unit}` }));
    const withLines = pages.filter((page) => codes.some(({ itemCode }) => page.includes(itemCode)));

    expect(withLines.length).toBeGreaterThan(1);
    for (const page of withLines) expect(page).toContain('承诺完工日期');
    for (const { itemCode, rest } of codes) {
      const own = pages.filter((page) =>
        page.includes(
          `${itemCode}${withoutBlanks(model.lines.find((line) => line.itemCode === itemCode)?.itemName ?? '')}`,
        ),
      );
      expect(own, itemCode).toHaveLength(1);
      expect(own[0]).toContain(rest);
    }
    const totalPage = pages.find((page) => page.includes('价税合计¥'));
    expect(totalPage).toContain(codes.at(-1)?.itemCode);
  });

  it.each([18, 19, 20, 21, 22, 23, 24, 25, 26])(
    'of %i lines never leaves total or seals alone on a page',
    async (lineCount) => {
      const model = letterModel('zh-Hans', lineCount);
      const pages = (await readPdf((await printer.print(model)).pdf)).map(({ body }) => withoutBlanks(body));
      const totalPage = pages.find((page) => page.includes('价税合计¥'));
      expect(totalPage).toContain(model.lines.at(-1)?.itemCode);
      expect(totalPage).toContain(model.capitals?.value);
      expect(pages.find((page) => page.includes('需方确认'))).toContain('敬请注意');
    },
  );
});

describe('a print file', () => {
  it('begins each paper on its own page and counts its pages by itself', async () => {
    const lineCounts = [3, 60, 1, 30, 2];
    const models = lineCounts.map((count, index) => letterModel(locales[index % 3] ?? 'en', count, index + 1));
    const done: number[] = [];
    const { pdf, pages } = await printer.printFile(models, (count) => done.push(count));

    const printed = await readPdf(pdf);
    const expected = pages.flatMap((count, paper) =>
      Array.from({ length: count }, (_, page) => ({ paper, foot: `${page + 1} / ${count}` })),
    );
    expect(printed).toHaveLength(expected.length);
    expect(pages.filter((count) => count > 1).length).toBeGreaterThan(1);
    for (const [index, { body, foot }] of printed.entries()) {
      const { paper = -1, foot: number = '' } = expected[index] ?? {};
      expect(foot).toMatch(new RegExp(`^${models[paper]?.number}.* ${number}$`));
      const others = models.filter((_, other) => other !== paper);
      for (const other of others) expect(body).not.toContain(other.number);
    }
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(models.length);
  });

  it('names the papers that cannot be printed and prints the rest (X8)', async () => {
    const good = [letterModel('zh-Hans', 1, 1), letterModel('zh-Hans', 1, 3)];
    const unprintable = letterModel('zh-Hans', 1, 2, { customer: { code: 'C2', name: '𠮷' } });
    const wrong = { ...letterModel('zh-Hans', 1, 4), mustContain: ['what no template prints'] };
    const models = [good[0], unprintable, good[1], wrong];

    const failures: [string, string][] = [];
    const { pdf, pages } = await printer.printFile(models, undefined, (paper, fault) =>
      failures.push([paper, (fault as PrintFault).code]),
    );

    expect(failures).toEqual([
      [unprintable.number, 'print.glyph-missing'],
      [wrong.number, 'print.text-missing'],
    ]);
    expect(pages).toEqual([1, 0, 1, 0]);
    expect((await readPdf(pdf)).map(({ foot }) => foot.split(' ')[0])).toEqual(good.map((model) => model.number));
    await expect(printer.printFile(models)).rejects.toMatchObject({ code: 'print.glyph-missing' });
  });

  it('keeps the papers in the order they were given', async () => {
    const models = [7, 3, 5].map((sequence) => letterModel('zh-Hans', 1, sequence));
    const { pdf } = await printer.printFile(models);
    const feet = (await readPdf(pdf)).map(({ foot }) => foot.split(' ')[0]);
    expect(feet).toEqual(models.map(({ number }) => number));
  });
});
