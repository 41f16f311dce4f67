import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer';
import { asDocumentModel, type DocumentModel } from '../../core/document/document-model.ts';
import type { Printed, Printer } from '../ports.ts';
import { checkPrint, pagesOfPapers } from './check-print.ts';
import { type FontCoverage, projectCoverage, withoutRadicalTexts } from './font-coverage.ts';
import { missingGlyphs, refuseMissingGlyphs } from './missing-glyphs.ts';
import { PrintFault } from './print-fault.ts';
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
 * every page are compared with what must stand there (browsers print blank pages and report success).
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

  missingCharacters(model: unknown): readonly string[] {
    return missingGlyphs(model, this.#coverage).map(({ character }) => character);
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

  async printFile(
    stored: readonly unknown[],
    progress?: (done: number) => void,
    failed?: (paper: string, fault: Error) => void,
  ): Promise<{ pdf: Uint8Array; pages: number[] }> {
    const models = stored.map(asDocumentModel);
    const setAside = ({ number }: DocumentModel, fault: unknown) => {
      if (!failed || !(fault instanceof PrintFault)) throw fault;
      failed(number, fault);
    };
    let papers = keepGood(models, (model) => this.#render(model), setAside);
    for (;;) {
      if (papers.length === 0) throw new PrintFault('print.blank', 'a print file without a paper', {});
      const { pdf, pages } = await this.#printRead(papers, { tagged: false }, progress);
      const own = new Map(papers.map(({ model }, index) => [model, pages[index] ?? []]));
      const good = keepGood(
        papers,
        (paper) => this.#checked(paper, own),
        (paper, fault) => setAside(paper.model, fault),
      );
      if (good.length === papers.length) return { pdf, pages: models.map((model) => own.get(model)?.length ?? 0) };
      papers = good; // once more, without the papers that came out wrong
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #checked(paper: RenderedPaper, pages: ReadonlyMap<DocumentModel, readonly PageText[]>): RenderedPaper {
    checkPrint(paper.model, pages.get(paper.model) ?? [], this.#coverage);
    return paper;
  }

  #render(model: DocumentModel): RenderedPaper {
    refuseMissingGlyphs(model.number, missingGlyphs(model, this.#coverage));
    return { model, html: this.#templates.render(withoutRadicalTexts(model, this.#coverage)), pages: 1 };
  }

  /** Prints, reads and counts; where a paper has another number of pages than its feet say, prints once more. */
  async #printRead(
    papers: readonly RenderedPaper[],
    how: { tagged: boolean },
    progress?: (done: number) => void,
  ): Promise<ReadPrint> {
    const first = await this.#printOnce(papers, how, progress);
    const counted = papers.map((paper, index) => ({ ...paper, pages: first.pages[index]?.length ?? 0 }));
    if (counted.every(({ pages }, index) => pages === papers[index]?.pages)) return first;
    return this.#printOnce(counted, how);
  }

  /** Of the time a print file takes, reading it back is the part that can be counted. */
  async #printOnce(
    papers: readonly RenderedPaper[],
    { tagged }: { tagged: boolean },
    progress?: (done: number) => void,
  ): Promise<ReadPrint> {
    const html = printFileHtml(papers, this.#templates.css, this.#templates.version);
    const pdf = await this.#browser.run((page) => writePdf(page, html, tagged));
    const read = await readPdf(pdf, (page, pages) => progress?.(Math.floor((papers.length * page) / pages)));
    const models = papers.map(({ model }) => model);
    return { pdf, pages: pagesOfPapers(models, read, this.#coverage) };
  }
}

/** What `work` makes of each; those it throws for are handed to `setAside`. */
function keepGood<In, Out>(
  all: readonly In[],
  work: (one: In) => Out,
  setAside: (one: In, fault: unknown) => void,
): Out[] {
  return all.flatMap((one) => {
    try {
      return [work(one)];
    } catch (fault) {
      setAside(one, fault);
      return [];
    }
  });
}

/** No time-outs of puppeteer's own: the browser's keeper holds the one clock. */
async function writePdf(page: Page, html: string, tagged: boolean): Promise<Uint8Array> {
  await page.setContent(html, { timeout: 0 });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline: false, timeout: 0 });
}
