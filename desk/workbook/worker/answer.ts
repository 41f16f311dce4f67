import { ok } from '../../../core/value/result.ts';
import { checkSheets } from '../../../ui/sheet-session/examine.ts';
import { booksInSheets, findInSheets } from '../../../ui/sheet-session/find.ts';
import { annotatedCopy } from '../../../workbook/annotated-copy.ts';
import { readWorkbook } from '../../../workbook/read-workbook.ts';
import type { AnswerTo, Question, ReadAnswer, Shared } from './messages.ts';

/** What the worker does, apart from being one: tests call it as it is. */
export function createAnswerer(): <Q extends Question>(question: Q) => Promise<AnswerTo<Q>> {
  const known = new Map<number, unknown>();
  const resolve = <Thing>({ number, thing }: Shared<Thing>): Thing => {
    if (thing !== undefined) known.set(number, thing);
    if (!known.has(number)) throw new Error(`the worker was never sent thing ${number}`);
    return known.get(number) as Thing;
  };
  /** Sheets grow old with every fix: what this check no longer names is let go. */
  const forgetAllBut = (numbers: readonly number[]) => {
    for (const number of known.keys()) if (!numbers.includes(number)) known.delete(number);
  };
  return async (question) => {
    if (question.what === 'read') return (await read(question.name, question.bytes)) as AnswerTo<typeof question>;
    if (question.what === 'annotate')
      return (await annotatedCopy(question.bytes, question.name, question.annotations)) as AnswerTo<typeof question>;
    const { choices, yardstick } = question;
    const sheets = question.sheets.map(resolve);
    const measure = { ...yardstick, published: resolve(yardstick.published) };
    forgetAllBut([...question.sheets, yardstick.published].map(({ number }) => number));
    if (question.what === 'books') return booksInSheets(sheets, choices, measure) as AnswerTo<typeof question>;
    const examine = question.what === 'find' ? findInSheets : checkSheets;
    return examine(sheets, choices, measure) as AnswerTo<typeof question>;
  };
}

async function read(name: string, bytes: Uint8Array): Promise<ReadAnswer> {
  const read = await readWorkbook(bytes, name);
  return read.ok ? ok(read.value.map((grid) => ({ ...grid, file: name }))) : read;
}
