import type ExcelJS from 'exceljs';
import { areaName, parseArea } from './interpreter/address.ts';
import type { Json } from './interpreter/protocol.ts';
import type { ConditionalFormatData } from './interpreter/workbook-data.ts';

/** exceljs reads conditional formats without typing that it does. */
interface ReadSheet {
  conditionalFormattings?: { ref: string; rules: ExcelJS.ConditionalFormattingRule[] }[];
}

/** Kinds that are read and written here; shades, bars and icons stay in the file as they are. */
const isKnown = ({ type }: ExcelJS.ConditionalFormattingRule): boolean => type === 'expression' || type === 'cellIs';

const OPERATORS: Readonly<Record<string, string>> = {
  equal: 'EqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  between: 'Between',
};

export function readConditionalFormats(sheet: ExcelJS.Worksheet): ConditionalFormatData[] {
  const found = ((sheet as unknown as ReadSheet).conditionalFormattings ?? []).flatMap(({ ref, rules }) =>
    rules.filter(isKnown).map((rule) => ({ ref, rule })),
  );
  return found
    .sort((a, b) => a.rule.priority - b.rule.priority)
    .flatMap(({ ref, rule }) =>
      ref.split(' ').map((part): ConditionalFormatData => ({ address: address(part), ...kindOf(rule), ...look(rule) })),
    );
}

function address(text: string): string {
  const area = parseArea(text);
  if (area === undefined) throw new Error(`A conditional format lies on "${text}", which is no address.`);
  return areaName(area);
}

function kindOf(rule: ExcelJS.ConditionalFormattingRule): Pick<ConditionalFormatData, 'kind' | 'formula' | 'rule'> {
  const [first, second] = (rule as { formulae?: unknown[] }).formulae ?? [];
  if (rule.type === 'expression') return { formula: `=${first}` };
  const operator = OPERATORS[String((rule as { operator?: string }).operator)] ?? 'EqualTo';
  const bounds = { formula1: `=${first}`, ...(second === undefined ? {} : { formula2: `=${second}` }) };
  return { kind: 'CellValue', formula: '', rule: { ...bounds, operator } };
}

function look({ style }: ExcelJS.ConditionalFormattingRule): Partial<ConditionalFormatData> {
  const fill = style?.fill?.type === 'pattern' ? (style.fill.bgColor?.argb ?? style.fill.fgColor?.argb) : undefined;
  const font = style?.font?.color?.argb;
  return {
    ...(fill === undefined ? {} : { fill: `#${fill.slice(-6)}` }),
    ...(font === undefined ? {} : { fontColor: `#${font.slice(-6)}` }),
    ...(style?.font?.bold === true ? { bold: true } : {}),
  };
}

/** In their order: the first has the first word. */
export function writeConditionalFormats(sheet: ExcelJS.Worksheet, formats: readonly ConditionalFormatData[]): void {
  const read = sheet as unknown as ReadSheet;
  read.conditionalFormattings = (read.conditionalFormattings ?? [])
    .map(({ ref, rules }) => ({ ref, rules: rules.filter((rule) => !isKnown(rule)) }))
    .filter(({ rules }) => rules.length > 0);
  formats.forEach((format, index) => {
    const rule = ruleOf(format, index + 1);
    if (rule !== undefined) sheet.addConditionalFormatting({ ref: format.address.replaceAll(',', ' '), rules: [rule] });
  });
}

function ruleOf(format: ConditionalFormatData, priority: number): ExcelJS.ConditionalFormattingRule | undefined {
  const { fill, formula, kind, rule } = format;
  const style: Partial<ExcelJS.Style> = {
    ...(fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fill.slice(1)}` } } as ExcelJS.Fill }),
    font: fontOf({
      'font.color': format.fontColor ?? null,
      'font.bold': format.bold ?? null,
      'font.italic': format.italic ?? null,
      'font.strikethrough': format.strikethrough ?? null,
    }),
  };
  if (kind === undefined) return { type: 'expression', formulae: [formula.slice(1)], priority, style };
  if (kind !== 'CellValue') return undefined;
  const { formula1, formula2, operator } = rule as Record<string, string | undefined>;
  const formulae = [formula1, formula2].flatMap((text) => (text === undefined ? [] : [String(text).replace(/^=/, '')]));
  const name = Object.keys(OPERATORS).find((key) => OPERATORS[key] === operator) as 'equal' | undefined;
  if (name === undefined) throw new Error(`A rule with ${operator} can't be written.`);
  return { type: 'cellIs', operator: name, formulae, priority, style };
}

/** The font that the stand-in's format says; what it doesn't say stays. */
export function fontOf(format: Readonly<Record<string, Json>>): Partial<ExcelJS.Font> {
  const { 'font.color': color, 'font.bold': bold, 'font.italic': italic, 'font.strikethrough': strike } = format;
  const { 'font.size': size, 'font.name': name } = format;
  return {
    ...(typeof color === 'string' ? { color: { argb: `FF${color.slice(1)}` } } : {}),
    ...(typeof bold === 'boolean' ? { bold } : {}),
    ...(typeof italic === 'boolean' ? { italic } : {}),
    ...(typeof strike === 'boolean' ? { strike } : {}),
    ...(typeof size === 'number' ? { size } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
}
