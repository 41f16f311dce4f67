import { no, ok, type Result } from '../core/value/result.ts';

/**
 * Why a file can't be read as a workbook, each with its own text in locales/…/findings.json (what is wrong, what to do).
 * `part` names the piece of the package where it showed; sizes are megabytes, times seconds.
 */
export type WorkbookProblem =
  | { readonly code: 'workbook.not-a-workbook'; readonly data: Named }
  | { readonly code: 'workbook.encrypted'; readonly data: Named }
  | { readonly code: 'workbook.old-xls'; readonly data: Named }
  | { readonly code: 'workbook.opendocument'; readonly data: Named }
  | { readonly code: 'workbook.binary-xlsb'; readonly data: Named }
  | { readonly code: 'workbook.macros'; readonly data: Named }
  | { readonly code: 'workbook.empty'; readonly data: Named }
  | { readonly code: 'workbook.damaged'; readonly data: Named & { readonly part: string } }
  | { readonly code: 'workbook.suspicious'; readonly data: Named & { readonly part: string } }
  | { readonly code: 'workbook.too-big'; readonly data: Named & { readonly actual: string; readonly limit: string } }
  | { readonly code: 'workbook.too-many-cells'; readonly data: Named & { readonly limit: string } }
  | { readonly code: 'workbook.unknown-encoding'; readonly data: Named }
  /** In a text file. `cell` as it would stand in a sheet, `line` of the text counting from 1, `text` as it begins there. */
  | {
      readonly code: 'workbook.unclosed-quote';
      readonly data: Named & { readonly cell: string; readonly line: string; readonly text: string };
    }
  /** How much a browser gives it doesn't say. */
  | {
      readonly code: 'workbook.too-much-memory';
      readonly data: Named & ({ readonly limit: string } | { readonly context: 'browser' });
    }
  | { readonly code: 'workbook.took-too-long'; readonly data: Named & { readonly limit: string } };

interface Named {
  readonly file: string;
}

/** A problem before the file's name is known. */
export type ProblemInside = WorkbookProblem extends infer P
  ? P extends { code: infer C; data: infer D }
    ? { readonly code: C; readonly data: Omit<D, 'file'> }
    : never
  : never;

/** Ends reading from deep inside a stream of parts; caught once, by `reading`, and returned as a value. */
export class Unreadable extends Error {
  readonly problem: ProblemInside;
  constructor(problem: ProblemInside) {
    super(problem.code);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}

/** Runs what may throw Unreadable; the problem comes back as a value that names the file. Any other error is a fault. */
export function reading<Value>(file: string, read: () => Value): Result<Value, WorkbookProblem> {
  try {
    return ok(read());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { code, data } = error.problem;
    return no({ code, data: { file, ...data } } as WorkbookProblem);
  }
}

export const damaged = (part: string): Unreadable => new Unreadable({ code: 'workbook.damaged', data: { part } });
export const notAWorkbook = (): Unreadable => new Unreadable({ code: 'workbook.not-a-workbook', data: {} });
