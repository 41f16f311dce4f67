import type { CellValue } from '../../../core/sheet/grid.ts';

/** A cell of the formula's own sheet, zero-based. */
export interface Reference {
  readonly row: number;
  readonly column: number;
}
export type LookUp = (cell: Reference) => CellValue;

/** The formula goes beyond what is understood here, or its cells hold what can't be calculated with. */
class Beyond extends Error {}

/**
 * Calculates what order sheets are made of: numbers, cells of the same sheet, + - * / % and parentheses, ROUND, SUM and
 * PRODUCT. Null for anything else: then the result Excel saved is kept, because a guess would be worse.
 * @param shift rows by which a formula that was filled down is below the one it is written as
 */
export function evaluate(formula: string, lookUp: LookUp, shift = 0): number | null {
  try {
    const reader = new Reader(formula.slice(1), lookUp, shift);
    const result = reader.sum();
    return reader.atEnd() && Number.isFinite(result) ? result : null;
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

/** The cells a formula reads; of ranges every cell. */
export function referencesOf(formula: string, shift = 0): readonly Reference[] {
  const found: Reference[] = [];
  evaluate(
    formula,
    (cell) => {
      found.push(cell);
      return 1; // any number: only where it looks matters
    },
    shift,
  );
  return found;
}

const token =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(!])|([A-Z]+)(?=\()|([-+*/(),:%]))/y;

class Reader {
  #text: string;
  #lookUp: LookUp;
  #shift: number;
  #place = 0;

  constructor(text: string, lookUp: LookUp, shift: number) {
    this.#text = text;
    this.#lookUp = lookUp;
    this.#shift = shift;
  }

  atEnd(): boolean {
    return this.#text.slice(this.#place).trim() === '';
  }

  sum(): number {
    let result = this.#product();
    for (;;) {
      if (this.#takes('+')) result += this.#product();
      else if (this.#takes('-')) result -= this.#product();
      else return result;
    }
  }

  #product(): number {
    let result = this.#factor();
    for (;;) {
      if (this.#takes('*')) result *= this.#factor();
      else if (this.#takes('/')) result /= this.#factor();
      else return result;
    }
  }

  #factor(): number {
    if (this.#takes('-')) return -this.#factor();
    if (this.#takes('+')) return this.#factor();
    let result = this.#primary();
    while (this.#takes('%')) result /= 100;
    return result;
  }

  #primary(): number {
    if (this.#takes('(')) {
      const result = this.sum();
      this.#expect(')');
      return result;
    }
    const [number, reference, name] = this.#next();
    if (number !== undefined) return Number(number);
    if (reference !== undefined) return numberIn(this.#lookUp(this.#cell(reference)));
    if (name !== undefined) return this.#call(name);
    throw new Beyond();
  }

  #call(name: string): number {
    this.#expect('(');
    if (name === 'ROUND') {
      const value = this.sum();
      this.#expect(',');
      const places = this.sum();
      this.#expect(')');
      return roundHalfUp(value, places);
    }
    if (name !== 'SUM' && name !== 'PRODUCT') throw new Beyond();
    const values = [...this.#argument()];
    while (this.#takes(',')) values.push(...this.#argument());
    this.#expect(')');
    return values.reduce((a, b) => (name === 'SUM' ? a + b : a * b), name === 'SUM' ? 0 : 1);
  }

  /** A range, or an expression. In ranges Excel leaves out everything that isn't a number. */
  #argument(): readonly number[] {
    const start = this.#place;
    const [, from] = this.#next();
    if (from !== undefined && this.#takes(':')) {
      const [, to] = this.#next();
      if (to === undefined) throw new Beyond();
      return this.#range(this.#cell(from), this.#cell(to));
    }
    this.#place = start;
    return [this.sum()];
  }

  #range(from: Reference, to: Reference): readonly number[] {
    const numbers: number[] = [];
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) {
        const value = this.#lookUp({ row, column });
        if (typeof value === 'number') numbers.push(value);
      }
    return numbers;
  }

  #cell(text: string): Reference {
    const [, letters = '', fixed, row] = /^\$?([A-Z]+)(\$?)(\d+)$/.exec(text) ?? [];
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return { row: Number(row) - 1 + (fixed ? 0 : this.#shift), column: column - 1 };
  }

  /** The next token as number, reference, function name or sign. */
  #next(): readonly (string | undefined)[] {
    token.lastIndex = this.#place;
    const found = token.exec(this.#text);
    if (!found) throw new Beyond();
    this.#place = token.lastIndex;
    return found.slice(1);
  }

  #takes(sign: string): boolean {
    const start = this.#place;
    token.lastIndex = start;
    const found = token.exec(this.#text);
    if (found?.[4] !== sign) return false;
    this.#place = token.lastIndex;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new Beyond();
  }
}

function numberIn(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  throw new Beyond();
}

/** Half away from zero, as Excel rounds what it shows with 15 digits: 1.005 is 1.01. */
function roundHalfUp(value: number, places: number): number {
  const factor = 10 ** places;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * factor).toPrecision(15)))) / factor;
}
