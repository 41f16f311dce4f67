import { type HostObject, integerArgument } from './host-object.ts';

const dayMs = 86_400_000;

/** Excel.Functions: its worksheet functions, of which few are known here. */
export const worksheetFunctions = (date1904: boolean): HostObject => ({
  type: 'Functions',
  call: {
    date: (year, month, day) => {
      const time = Date.UTC(integerArgument(year), integerArgument(month) - 1, integerArgument(day));
      return result((time - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / dayMs);
    },
  },
});

const result = (value: number): HostObject => ({
  type: 'FunctionResult',
  get: { value: () => value, error: () => null },
});
