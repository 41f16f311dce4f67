import { type Argument, type CellResult, laidOut, mostCells } from './cells.ts';
import type { LookupState, Lookups } from './lookups.ts';
import type { AskingId } from './questions.ts';
import { type Question, readQuestion } from './questions.ts';
import { invalidValue, notAvailable, resultOf, rmbOf, type Speech, unasked } from './result-of.ts';

/** The cells of one formula, row by row. */
export type Results = readonly (readonly CellResult[])[];

/** One formula that asks the server, as long as it stands in its cell. */
export interface StreamedCall {
  readonly id: AskingId;
  readonly args: readonly Argument[];
  /** Called once all its cells have something to show, and again whenever one of them changes. */
  readonly show: (results: Results) => void;
}

/** @param soon does something once what is going on is over, however many answers come with it */
export function answerCall(
  { id, args, show }: StreamedCall,
  { lookups, speech, soon }: { lookups: Lookups; speech: () => Speech; soon: (action: () => void) => void },
): () => void {
  const cells = cellsOf(args, (contents) => readQuestion[id](contents, speech().date1904));
  if (cells === null) {
    show([[tooManyCells(speech())]]);
    return () => undefined;
  }
  const states = new Map<Question, LookupState>();
  const asking = cells.flat().filter((cell) => cell?.kind === 'asks');
  let isOver = false;
  let isComing = false;
  const showSoon = () => {
    if (isComing || states.size < asking.length) return;
    isComing = true;
    soon(() => {
      isComing = false;
      if (!isOver) show(cells.map((row) => row.map(resultIn)));
    });
  };
  const resultIn = (question: Question | null): CellResult => {
    const said = speech();
    if (question === null) return notAvailable(said.t('functions:sizes-differ'));
    const state = states.get(question);
    return question.kind === 'asks' && state
      ? resultOf(question.lookup, state, said)
      : unasked(question as Exclude<Question, { kind: 'asks' }>, said);
  };
  const ends = asking.map((question) =>
    lookups.watch(question.lookup, (state) => {
      states.set(question, state);
      showSoon();
    }),
  );
  if (asking.length === 0) showSoon();
  return () => {
    isOver = true;
    for (const end of ends) end();
  };
}

/** Amounts in capitals, there and then. */
export function rmbCall(amounts: Argument, speech: Speech): Results {
  const cells = cellsOf([amounts], ([content]) => rmbOf(content, speech));
  return cells?.map((row) => row.map((cell) => cell ?? '')) ?? [[tooManyCells(speech)]];
}

const tooManyCells = ({ t }: Speech): CellResult => invalidValue(t('functions:too-many-cells', { most: mostCells }));

/** Each cell of the answer made of its arguments; null where a range ends before the others. Null in all: too many. */
function cellsOf<Cell>(
  args: readonly Argument[],
  make: (contents: readonly Exclude<Argument, readonly unknown[]>[]) => Cell,
): readonly (readonly (Cell | null)[])[] | null {
  const { shape, at } = laidOut(args);
  if (shape.rows * shape.columns > mostCells) return null;
  return Array.from({ length: shape.rows }, (_row, row) =>
    Array.from({ length: shape.columns }, (_column, column) => {
      const contents = at(row, column);
      return contents && make(contents);
    }),
  );
}
