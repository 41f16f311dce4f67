import type { Area } from './address.ts';
import { invalidArgument } from './errors.ts';
import type { Json } from './protocol.ts';
import type { SheetModel } from './sheet-model.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** What reaches a method: plain data, or another object of the request. */
export type Argument = Json | HostObject | undefined;

/**
 * One object of Excel's object model as the interpreter sees it. Members are named as in Microsoft's documentation.
 * A member that stands in none of the tables is refused.
 */
export interface HostObject {
  readonly type: string;
  /** Key by which the client finds the object again in its collection. */
  readonly id?: string;
  /** The cells behind a Range, so that it can be an argument of another call. */
  readonly cells?: CellsOfSheet;
  /** The same kind of object over other cells: a range that is kept moves with its cells. */
  readonly at?: (area: Area) => HostObject;
  /** Scalar properties. */
  readonly get?: Readonly<Record<string, () => Json>>;
  readonly set?: Readonly<Record<string, (value: Json) => void>>;
  /** Properties that lead to another object. */
  readonly open?: Readonly<Record<string, () => HostObject>>;
  readonly call?: Readonly<Record<string, (...args: Argument[]) => Json | HostObject | undefined>>;
  /** Collections: an item by key, and all items. */
  readonly item?: (key: Argument) => HostObject;
  readonly items?: () => HostObject[];
}

/** The ways from one kind of object to another, so that their modules need not import each other. */
export interface ObjectModel {
  readonly book: WorkbookModel;
  range(cells: CellsOfSheet): HostObject;
  rangeAreas(sheet: SheetModel, areas: readonly Area[]): HostObject;
  worksheet(sheet: SheetModel): HostObject;
}

export interface CellsOfSheet {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** `GetUsedRange` in a request is `getUsedRange` in the documentation; the client's private `_Members` keep their name. */
export const documentedName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Answer of every `…OrNullObject` that found nothing. */
export const NULL_OBJECT: HostObject = { type: 'null' };

const isHostObject = (argument: Argument): argument is HostObject =>
  typeof argument === 'object' && argument !== null && !Array.isArray(argument) && typeof argument.type === 'string';

export function textArgument(argument: Argument): string {
  if (typeof argument !== 'string') throw invalidArgument('A text is needed here.');
  return argument;
}

export function integerArgument(argument: Argument, whenMissing?: number): number {
  const value = argument ?? whenMissing;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument('A whole number is needed here.');
  return value;
}

export function booleanArgument(argument: Argument, whenMissing: boolean): boolean {
  const value = argument ?? whenMissing;
  if (typeof value !== 'boolean') throw invalidArgument('TRUE or FALSE is needed here.');
  return value;
}

export function cellsArgument(argument: Argument): CellsOfSheet {
  if (!isHostObject(argument) || argument.cells === undefined) throw invalidArgument('A range is needed here.');
  return argument.cells;
}

/** Plain data; an object of the request where data belongs is a mistake of the caller. */
export function dataArgument(argument: Argument): Json {
  if (argument === undefined) return null;
  if (isHostObject(argument) && (argument.get !== undefined || argument === NULL_OBJECT)) {
    throw invalidArgument('Plain data is needed here.');
  }
  return argument as Json;
}
