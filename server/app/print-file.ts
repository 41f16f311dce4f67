import { asDocumentModel, type DocumentModel, sheetBySheet } from '../../core/document/document-model.ts';
import type { Result } from '../../core/value/result.ts';
import { no, ok } from '../../core/value/result.ts';
import type { Caller } from './company.ts';
import { printed } from './paper-press.ts';

/** Many papers as one PDF for the printer, sheet by sheet in the order asked for; the first that doesn't exist is named. @throws PaperNotPrinted */
export async function printFile(
  caller: Caller,
  papers: readonly string[],
): Promise<Result<Uint8Array, { paper: string }>> {
  const models: DocumentModel[] = [];
  for (const paper of papers) {
    const record = await caller.company.store.read.records('paper').byNumber(paper);
    if (record === null) return no({ paper });
    models.push(asDocumentModel(record.state.model));
  }
  const { pdf } = await printed(papers.join(', '), () => caller.company.printer.printFile(sheetBySheet(models)));
  return ok(pdf);
}
