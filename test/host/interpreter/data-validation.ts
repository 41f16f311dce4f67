import { type Area, areaName, intersection } from './address.ts';
import { invalidArgument } from './errors.ts';
import type { CellsOfSheet, HostObject } from './host-object.ts';
import { checkAllowed } from './protection.ts';
import type { Json } from './protocol.ts';
import type { Validation } from './sheet-model.ts';

/** Members of a rule, and the type that Excel then tells. */
const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

/** Excel.DataValidation of a range: whether there is one, which, and setting or clearing it. What it finds is not judged. */
export function dataValidation({ sheet, area }: CellsOfSheet): HostObject {
  const here = (): Validation[] => sheet.validations.filter((one) => intersection(one.area, area) !== undefined);
  /** The one that covers all of the range; null when parts differ. */
  const common = (): Validation | null | undefined => {
    const [first] = here();
    if (first === undefined) return undefined;
    const covered = intersection(first.area, area);
    return covered !== undefined && areaName(covered) === areaName(area) ? first : null;
  };
  const remove = (): void => {
    checkAllowed(sheet, 'allowFormatCells');
    if (here().some((one) => !isInside(one.area, area))) {
      throw invalidArgument('The stand-in takes a validation away whole, not from a part of its cells.');
    }
    sheet.validations = sheet.validations.filter((one) => !here().includes(one));
  };
  return {
    type: 'DataValidation',
    get: {
      type: () => {
        const found = common();
        return found === null ? 'Inconsistent' : (found?.type ?? 'None');
      },
      rule: () => common()?.rule ?? null,
    },
    set: {
      rule: (value) => {
        const type = typeOf(value);
        remove();
        sheet.validations.push({ type, area, rule: value });
      },
    },
    call: {
      clear: () => {
        remove();
        return undefined;
      },
    },
  };
}

const isInside = (inner: Area, outer: Area): boolean => {
  const common = intersection(inner, outer);
  return common !== undefined && areaName(common) === areaName(inner);
};

function typeOf(rule: Json): string {
  const [name = ''] = typeof rule === 'object' && rule !== null ? Object.keys(rule) : [];
  const type = TYPES[name];
  if (type === undefined) throw invalidArgument('This is no rule of a validation.');
  return type;
}
