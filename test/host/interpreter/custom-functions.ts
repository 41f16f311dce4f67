import type { Json } from './protocol.ts';

type CustomFunction = (...args: unknown[]) => unknown;

/** A formula in a cell, as Excel keeps it: its answers as they came over from the page. */
interface Formula {
  results: Json[];
  cancel: () => void;
}

/** The part of Microsoft's client that this leans on; `associate` itself comes with office.js, which is not loaded. */
export interface CustomFunctionsGlobal {
  associate?: (id: string, implementation: CustomFunction) => void;
  /** The client's own. */
  readonly Error: new (
    ...args: never[]
  ) => { toJSON(): Json };
}

/** Excel's side of CustomFunctions: what is associated, and formulas that call it. */
export class CustomFunctionHost {
  readonly #functions = new Map<string, CustomFunction>();
  readonly #formulas: Formula[] = [];
  readonly #global: CustomFunctionsGlobal;

  constructor(global: CustomFunctionsGlobal) {
    this.#global = global;
    global.associate = (id, implementation) => void this.#functions.set(id.toUpperCase(), implementation);
  }

  associated(): string[] {
    return [...this.#functions.keys()];
  }

  /**
   * Enters a formula; what it shows is in `results`. Every parameter of ours is a range: a block of cells, null where the formula
   * leaves it out. `stream` as the function's metadata say.
   */
  enter(id: string, args: Json[], stream: boolean): number {
    const implementation = this.#functions.get(id.toUpperCase());
    if (!implementation)
      throw new Error(`#NAME?: no function "${id}"; associated are: ${this.associated().join(', ')}`);
    const formula: Formula = { results: [], cancel: () => undefined };
    const at = this.#formulas.push(formula) - 1;
    const show = (value: unknown) => void formula.results.push(this.#sent(value));
    if (stream) {
      const invocation = { functionName: id, onCanceled: () => undefined, setResult: show };
      implementation(...args, invocation);
      formula.cancel = () => {
        invocation.setResult = () => undefined;
        invocation.onCanceled();
      };
    } else
      try {
        Promise.resolve(implementation(...args, { functionName: id })).then(show, show);
      } catch (error) {
        show(error);
      }
    return at;
  }

  /** All that the formula showed so far, the last one now. */
  results(formula: number): Json[] {
    return this.#formulas[formula]?.results ?? [];
  }

  /** The formula is deleted, or about to be calculated anew. */
  cancel(formula: number): void {
    this.#formulas[formula]?.cancel();
  }

  /** As the client sends it: its own errors as data with their text, any other error as #VALUE! without. */
  #sent(value: unknown): Json {
    if (value instanceof Error && !(value instanceof this.#global.Error)) return { code: '#VALUE!', message: '' };
    return JSON.parse(JSON.stringify(value)) as Json;
  }
}
