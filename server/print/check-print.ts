import type { DocumentModel } from '../../core/document/document-model.ts';
import type { FontCoverage } from './font-coverage.ts';
import { PrintFault } from './print-fault.ts';
import { footMark } from './print-file-html.ts';
import type { PageText } from './read-pdf.ts';

/**
 * Which pages belong to which paper, told by the feet: the pages of each model in turn. A page without a known foot is
 * a fault: browsers report success for blank prints.
 */
export function pagesOfPapers(
  models: readonly DocumentModel[],
  pages: readonly PageText[],
  coverage: FontCoverage,
): PageText[][] {
  const marks = models.map((model) => comparable(footMark(model), coverage));
  const found: PageText[][] = models.map(() => []);
  let paper = 0;
  for (const [index, page] of pages.entries()) {
    const foot = comparable(page.foot, coverage);
    while (paper < marks.length && !foot.startsWith(marks[paper] ?? '')) paper++;
    const own = found[paper];
    if (!own) throw blank(models, `page ${index + 1} of the print has no foot that names its paper`);
    own.push(page);
  }
  return found;
}

const blank = (models: readonly DocumentModel[], what: string) =>
  new PrintFault('print.blank', what, { papers: models.map(({ number }) => number) });

/** Compares what was printed with what must stand there. @throws PrintFault `print.blank` or `print.text-missing`, naming it */
export function checkPrint(model: DocumentModel, pages: readonly PageText[], coverage: FontCoverage): void {
  const body = comparable(pages.map((page) => page.body).join(''), coverage);
  if (body === '') throw blank([model], `${model.number} was printed blank`);
  const missing = model.mustContain.filter((text) => !body.includes(comparable(text, coverage)));
  const unnumbered = pages.flatMap(({ foot }, index) => {
    const number = `${index + 1} / ${pages.length}`;
    return comparable(foot, coverage).endsWith(comparable(number, coverage)) ? [] : [number];
  });
  if (missing.length + unnumbered.length === 0) return;
  const what = [...missing, ...unnumbered.map((number) => `page number ${number}`)];
  throw new PrintFault('print.text-missing', `${model.number} was printed without: ${what.join(', ')}`, {
    paper: model.number,
    missing: what,
  });
}

/** Text as a print keeps it: without blanks (lines wrap) and with characters of one glyph made one. */
function comparable(text: string, coverage: FontCoverage): string {
  let kept = '';
  for (const character of text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')) {
    kept += String.fromCodePoint(coverage.twin(character.codePointAt(0) ?? 0));
  }
  return kept;
}
