import type { Result } from '../../core/value/result.ts';
import { no, ok } from '../../core/value/result.ts';
import type { Caller } from './company.ts';
import { printed } from './paper-press.ts';

/** Many papers as one PDF for the printer, in the order asked for; the first that doesn't exist is named. @throws PaperNotPrinted */
export async function printFile(
  caller: Caller,
  papers: readonly string[],
): Promise<Result<Uint8Array, { paper: string }>> {
  const models: unknown[] = [];
  for (const paper of papers) {
    const record = await caller.company.store.read.records('paper').byNumber(paper);
    if (record === null) return no({ paper });
    models.push(record.state.model);
  }
  const { pdf } = await printed(papers.join(', '), () => caller.company.printer.printFile(models));
  return ok(pdf);
}
