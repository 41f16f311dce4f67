import type { Choice } from '../../../core/sheet/table.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { Result } from '../../../core/value/result.ts';
import type { CheckedSheets, FoundSheets, SheetBooks, Yardstick } from '../../../ui/sheet-session/examiner.ts';
import type { Annotations } from '../../../workbook/annotate/annotation.ts';
import type { WorkbookProblem } from '../../../workbook/problem.ts';

/** What page and worker say to each other. Everything is plain data: messages are copied. */
export interface WorkerQuestion {
  readonly id: number;
  readonly ask: Question;
}
export type Question =
  | { readonly what: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly what: 'annotate';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly annotations: Annotations;
    }
  | (AboutSheets & { readonly what: 'find' | 'check' })
  | (AboutSheets & { readonly what: 'books' });

interface AboutSheets {
  readonly sheets: readonly Shared<SheetOfFile>[];
  readonly choices: readonly Choice[];
  readonly yardstick: SharedYardstick;
}

export interface SharedYardstick extends Omit<Yardstick, 'published'> {
  readonly published: Shared<Yardstick['published']>;
}

/**
 * A large thing the worker may know already: it is sent once and then only called by its number. Without that, each fix
 * would copy every sheet and price list again.
 */
export interface Shared<Thing> {
  readonly number: number;
  readonly thing?: Thing;
}

export type ReadAnswer = Result<readonly SheetOfFile[], WorkbookProblem>;
export type AnnotateAnswer = Result<Uint8Array, WorkbookProblem>;
export type AnswerTo<Q extends Question> = Q extends { what: 'read' }
  ? ReadAnswer
  : Q extends { what: 'annotate' }
    ? AnnotateAnswer
    : Q extends { what: 'books' }
      ? SheetBooks
      : CheckedSheets | FoundSheets;

export type WorkerMessage =
  /** It was loaded and takes questions. */
  | { readonly ready: true }
  | { readonly id: number; readonly answer: AnswerTo<Question> }
  /** `memory`: there wasn't enough of it. */
  | { readonly id: number; readonly fault: string; readonly memory: boolean };
