import { HostError, invalidArgument } from './errors.ts';
import { booleanArgument, type HostObject, NULL_OBJECT } from './host-object.ts';
import type { Json } from './protocol.ts';
import { checkedColor } from './range-format.ts';
import type { ConditionalFormat } from './sheet-model.ts';
import type { ConditionalFormatKind } from './workbook-data.ts';

interface KindOf {
  /** Where the conditional format shows what is special of its kind. */
  readonly member: string;
  readonly type: string;
  /** What that object calls its rule. */
  readonly rule: string;
  /** Whether it formats cells as a whole; the others draw bars, shades or icons of their own. */
  readonly hasFormat: boolean;
}

const KIND_OF: Readonly<Record<ConditionalFormatKind, KindOf>> = {
  Custom: { member: 'custom', type: 'CustomConditionalFormat', rule: 'rule', hasFormat: true },
  CellValue: { member: 'cellValue', type: 'CellValueConditionalFormat', rule: 'rule', hasFormat: true },
  ContainsText: { member: 'textComparison', type: 'TextConditionalFormat', rule: 'rule', hasFormat: true },
  TopBottom: { member: 'topBottom', type: 'TopBottomConditionalFormat', rule: 'rule', hasFormat: true },
  PresetCriteria: { member: 'preset', type: 'PresetCriteriaConditionalFormat', rule: 'rule', hasFormat: true },
  ColorScale: { member: 'colorScale', type: 'ColorScaleConditionalFormat', rule: 'criteria', hasFormat: false },
  IconSet: { member: 'iconSet', type: 'IconSetConditionalFormat', rule: 'criteria', hasFormat: false },
  DataBar: { member: 'dataBar', type: 'DataBarConditionalFormat', rule: 'lowerBoundRule', hasFormat: false },
};
export const KINDS = Object.keys(KIND_OF) as ConditionalFormatKind[];

/** `custom`, `customOrNullObject`, `cellValue` and the others: only the one of its own kind is there. */
export function conditionalFormatKinds(format: ConditionalFormat): NonNullable<HostObject['open']> {
  const open: Record<string, () => HostObject> = {};
  for (const kind of KINDS) {
    const isOwn = (format.kind ?? 'Custom') === kind;
    open[KIND_OF[kind].member] = () => {
      if (!isOwn) throw new HostError('InvalidOperation', 'The conditional format is of another kind.');
      return kindObject(format, kind);
    };
    open[`${KIND_OF[kind].member}OrNullObject`] = () => (isOwn ? kindObject(format, kind) : NULL_OBJECT);
  }
  return open;
}

function kindObject(format: ConditionalFormat, kind: ConditionalFormatKind): HostObject {
  const { type, rule, hasFormat } = KIND_OF[kind];
  const open = hasFormat ? { format: () => rangeFormat(format) } : {};
  if (kind === 'Custom') return { type, open: { ...open, rule: () => formulaRule(format) } };
  return {
    type,
    open,
    get: { [rule]: () => format.rule ?? null },
    set: {
      [rule]: (value: Json) => {
        if (typeof value !== 'object' || value === null) throw invalidArgument('This is no rule.');
        format.rule = value;
      },
    },
  };
}

const formulaRule = (format: ConditionalFormat): HostObject => ({
  type: 'ConditionalFormatRule',
  get: { formula: () => format.formula },
  set: {
    formula: (value) => {
      if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument('A rule is a formula.');
      format.formula = value;
    },
  },
});

const rangeFormat = (format: ConditionalFormat): HostObject => ({
  type: 'ConditionalRangeFormat',
  open: {
    fill: () => ({
      type: 'ConditionalRangeFill',
      ...colour(format, 'fill'),
      call: {
        clear: () => {
          delete format.fill;
          return undefined;
        },
      },
    }),
    font: () => font(format),
  },
});

function font(format: ConditionalFormat): HostObject {
  const { get, set } = colour(format, 'fontColor');
  const marks = ['bold', 'italic', 'strikethrough'] as const;
  return {
    type: 'ConditionalRangeFont',
    get: { ...get, ...Object.fromEntries(marks.map((mark) => [mark, () => format[mark] ?? null])) },
    set: {
      ...set,
      ...Object.fromEntries(
        marks.map((mark) => [
          mark,
          (value: Json) => {
            format[mark] = booleanArgument(value, false);
          },
        ]),
      ),
    },
  };
}

const colour = (format: ConditionalFormat, key: 'fill' | 'fontColor'): Required<Pick<HostObject, 'get' | 'set'>> => ({
  get: { color: () => format[key] ?? '' },
  set: {
    color: (value) => {
      format[key] = checkedColor(value);
    },
  },
});
