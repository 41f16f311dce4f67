import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer';
import { asDocumentModel, type DocumentModel } from '../../core/document/document-model.ts';
import type { Printed, Printer } from '../ports.ts';
import { checkPrint, pagesOfPapers } from './check-print.ts';
import { type FontCoverage, projectCoverage } from './font-coverage.ts';
import { missingGlyphs, refuseMissingGlyphs } from './missing-glyphs.ts';
import { printFileHtml, type RenderedPaper } from './print-file-html.ts';
import { PrintingBrowser, type PrintingBrowserOptions } from './printing-browser.ts';
import { type PageText, readPdf } from './read-pdf.ts';
import { loadTemplates, type Templates } from './templates.ts';

export interface PdfPrinterOptions extends PrintingBrowserOptions {
  readonly templates?: Templates;
  readonly coverage?: FontCoverage;
}

/** A print with the text read back from it. */
interface ReadPrint {
  readonly pdf: Uint8Array;
  readonly pages: readonly PageText[][];
}

/**
 * Prints papers through Handlebars and a headless browser, and believes no print it hasn't read: text and page numbers of
 * every page are compared with what must stand there (facts.md: browsers print blank pages and report success).
 */
export class PdfPrinter implements Printer {
  readonly #templates: Templates;
  readonly #coverage: FontCoverage;
  readonly #browser: PrintingBrowser;

  constructor(options: PdfPrinterOptions = {}) {
    this.#templates = options.templates ?? loadTemplates();
    this.#coverage = options.coverage ?? projectCoverage();
    this.#browser = new PrintingBrowser(options);
  }

  async print(stored: unknown): Promise<Printed> {
    const model = asDocumentModel(stored);
    const { pdf, pages } = await this.#printRead([this.#render(model)], { tagged: true });
    checkPrint(model, pages[0] ?? [], this.#coverage);
    return {
      pdf,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      pages: pages[0]?.length ?? 0,
      templateVersion: this.#templates.version,
    };
  }

  async printFile(stored: readonly unknown[], progress?: (done: number) => void) {
    const models = stored.map(asDocumentModel);
    if (models.length === 0) throw new RangeError('a print file of no papers');
    const rendered = models.map((model) => this.#render(model));
    const { pdf, pages } = await this.#printRead(rendered, { tagged: false });
    for (const [index, model] of models.entries()) {
      checkPrint(model, pages[index] ?? [], this.#coverage);
      progress?.(index + 1);
    }
    return { pdf, pages: pages.map((own) => own.length) };
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #render(model: DocumentModel): RenderedPaper {
    refuseMissingGlyphs(model.number, missingGlyphs(model, this.#coverage));
    return { model, html: this.#templates.render(model), pages: 1 };
  }

  /** Prints, reads and counts; where a paper has another number of pages than its feet say, prints once more. */
  async #printRead(papers: readonly RenderedPaper[], how: { tagged: boolean }): Promise<ReadPrint> {
    const first = await this.#printOnce(papers, how);
    const counted = papers.map((paper, index) => ({ ...paper, pages: first.pages[index]?.length ?? 0 }));
    if (counted.every(({ pages }, index) => pages === papers[index]?.pages)) return first;
    return this.#printOnce(counted, how);
  }

  async #printOnce(papers: readonly RenderedPaper[], { tagged }: { tagged: boolean }): Promise<ReadPrint> {
    const html = printFileHtml(papers, this.#templates.css, this.#templates.version);
    const pdf = await this.#browser.run((page) => writePdf(page, html, tagged));
    const models = papers.map(({ model }) => model);
    return { pdf, pages: pagesOfPapers(models, await readPdf(pdf), this.#coverage) };
  }
}

/** No time-outs of puppeteer's own: the browser's keeper holds the one clock. */
async function writePdf(page: Page, html: string, tagged: boolean): Promise<Uint8Array> {
  await page.setContent(html, { timeout: 0 });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline: false, timeout: 0 });
}
