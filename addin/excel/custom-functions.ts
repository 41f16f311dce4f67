import type { Results } from '../functions/answer-call.ts';
import type { Argument, CellContent, CellResult } from '../functions/cells.ts';
import { excelHas } from './in-excel.ts';

/** A function of manifest.xml's namespace, by its id and the number of its parameters. */
interface Associated {
  readonly id: string;
  readonly parameters: number;
}

/** A function that gives one answer. */
export function associatePlain(
  { id, parameters }: Associated,
  answer: (args: readonly Argument[]) => Promise<Results>,
): void {
  CustomFunctions.associate(id, async (...given: unknown[]) => {
    const result = asExcel(await answer(argumentsIn(given, parameters)));
    if (result instanceof CustomFunctions.Error) throw result;
    return result;
  });
}

/** A function that goes on answering until Excel cancels it. @param begin answers what ends it */
export function associateStream(
  { id, parameters }: Associated,
  begin: (args: readonly Argument[], show: (results: Results) => void) => () => void,
): void {
  CustomFunctions.associate(id, (...given: unknown[]) => {
    // Excel adds its side of the call behind the arguments.
    const invocation = given[parameters] as CustomFunctions.StreamingInvocation;
    invocation.onCanceled = begin(argumentsIn(given, parameters), (results) => invocation.setResult(asExcel(results)));
  });
}

/**
 * What the formula was given. An Excel that takes a date from us with its format hands it over so, too: the day of CS.EARLIEST, put
 * into another formula, comes as an object around the number.
 */
const argumentsIn = (given: readonly unknown[], parameters: number): readonly Argument[] =>
  given
    .slice(0, parameters)
    .map((argument) => (Array.isArray(argument) ? argument.map((row) => row.map(plain)) : plain(argument)));

const plain = (content: unknown): CellContent =>
  typeof content === 'object' && content !== null && 'basicValue' in content
    ? (content.basicValue as CellContent)
    : (content as CellContent);

/** A single error is given as such: its text is then certain to be shown. */
function asExcel(results: Results): unknown {
  const [only] = results.length === 1 && results[0]?.length === 1 ? results[0] : [];
  return isError(only) ? errorOf(only) : results.map((row) => row.map(asExcelValue));
}

function asExcelValue(result: CellResult): unknown {
  if (typeof result !== 'object') return result;
  return isError(result) ? errorOf(result) : dayValue(result.day);
}

type ErrorResult = Extract<CellResult, { error: unknown }>;
const isError = (result: CellResult | undefined): result is ErrorResult =>
  typeof result === 'object' && 'error' in result;

/** The two errors of Excel that can carry a text. */
const errorOf = ({ error, text }: ErrorResult): CustomFunctions.Error =>
  new CustomFunctions.Error(
    error === 'not-available' ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue,
    text,
  );

/** Shown as a date where Excel takes a number with its format from a function; elsewhere the cell's own format decides. */
const dayValue = (day: number): unknown =>
  excelHas('1.16') ? { type: 'FormattedNumber', basicValue: day, numberFormat: 'yyyy-mm-dd' } : day;
