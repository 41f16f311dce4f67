import type { Locale } from '../../core/policy/locale.ts';
import { textsIn } from '../../locales/index.ts';
import { catalogue, type FunctionEntry, functionIds } from './catalogue.ts';

/**
 * What Excel reads before it loads the pane: which functions there are, and their words for the formula bar. One file a
 * language: Microsoft's way to translate functions is another address of the file in the manifest.
 */
export function metadataOf(locale: Locale) {
  const t = textsIn(locale);
  return {
    // A date comes back as a number that is shown as a date, where Excel knows such values.
    allowCustomDataForDataTypeAny: true,
    functions: functionIds.map((id) => {
      const { parameters, streams }: FunctionEntry = catalogue[id];
      return {
        id,
        name: id,
        description: t(`functions:${id}`),
        // Whole ranges: a column of questions is one call, and its answers spill.
        result: { type: 'any', dimensionality: 'matrix' },
        parameters: parameters.map(({ name, optional = false }) => ({
          name: t(`functions:${id}.${name}`),
          description: t(`functions:${id}.${name}.about`),
          type: 'any',
          dimensionality: 'matrix',
          optional,
        })),
        options: { stream: streams },
      };
    }),
  };
}
