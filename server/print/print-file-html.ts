import type { DeliveryNote } from '../../core/document/delivery-note.ts';
import type { DocumentModel } from '../../core/document/document-model.ts';
import type { Locale } from '../../core/policy/locale.ts';
import { pageBox } from './sheets.ts';

/** A rendered paper on its way into a print file. */
export interface RenderedPaper {
  readonly model: DocumentModel;
  readonly html: string;
  /** How many pages it is taken to have. */
  readonly pages: number;
}

const marginFonts: Record<Locale, string> = {
  'zh-Hans': '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif',
  'zh-Hant': '"Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif',
  en: '"Noto Sans SC", "Segoe UI", "Helvetica Neue", sans-serif',
};

/**
 * One HTML page holding the papers, each beginning on its own sheet with "x / y" in its foot.
 *
 * Chrome numbers pages over the whole file. So each paper gets a page style of its own, whose counter style spells the
 * file's page numbers as the paper's: the second paper's first page, the file's third, is written "1". That needs the
 * number of pages of each paper beforehand; the printer guesses, looks, and prints again where it guessed wrong.
 */
export function printFileHtml(papers: readonly RenderedPaper[], css: string, templateVersion: string): string {
  let firstPage = 1;
  const rules: string[] = [];
  for (const [index, { model, pages }] of papers.entries()) {
    rules.push(pageRules(model, index, firstPage, pages, templateVersion));
    firstPage += pages;
  }
  const title = papers
    .map(({ model }) => model.number)
    .slice(0, 3)
    .join(', ');
  const sections = papers.map(
    ({ model, html }, index) =>
      `<section class="paper ${model.kind}" id="paper${index}" lang="${model.locale}">\n${html}</section>`,
  );
  return [
    `<!doctype html><html lang="${papers[0]?.model.locale ?? 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${css}\n${rules.join('\n')}</style></head><body>`,
    ...sections,
    '</body></html>',
  ].join('\n');
}

function pageRules(
  model: DocumentModel,
  index: number,
  firstPage: number,
  pages: number,
  templateVersion: string,
): string {
  const symbols = Array.from({ length: pages }, (_, page) => `"${page + 1}"`).join(' ');
  const origin = `${model.foot.issuedBy} · ${model.foot.template} ${templateVersion}`;
  return [
    `@counter-style pages${index} { system: fixed ${firstPage}; symbols: ${symbols}; }`,
    `@page paper${index} { ${pageBox(model)} font-family: ${marginFonts[model.locale]};`,
    `@bottom-left { content: ${cssString(footMark(model))}; }`,
    `@bottom-center { content: ${cssString(origin)}; }`,
    model.kind === 'delivery-note' ? copyNames(model) : '',
    `@bottom-right { content: counter(page, pages${index}) " / ${pages}"; } }`,
    `#paper${index} { page: paper${index}; }`,
  ].join('\n');
}

/** At the right edge of every page, where they are seen in a pile of carbon copies. */
const copyNames = ({ copies }: DeliveryNote): string =>
  `@right-middle { content: ${cssString(copies.join('　'))}; writing-mode: vertical-rl; font-size: 10pt; letter-spacing: 0.05em; }`;

/** What stands at the left of each foot, and by which the printed pages are told apart. */
export const footMark = ({ number, revision }: DocumentModel): string => (revision ? `${number} ${revision}` : number);

/** Any text as a CSS string that can't end early: every character but letters and digits by its number. */
const cssString = (text: string): string =>
  `"${[...text].map((char) => (/[\p{L}\p{N}]/u.test(char) ? char : `\\${char.codePointAt(0)?.toString(16)} `)).join('')}"`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
