import type { Loudly } from './loud.ts';
import type { OfficeOptions } from './office.ts';
import type { Json } from './protocol.ts';
import type { WorkbookModel } from './workbook-model.ts';

type AsyncCallback = (result: { status: 'succeeded'; value: undefined }) => void;

/** Office.context of Excel on the web. */
export const officeContext = (
  book: WorkbookModel,
  { language, requirementSets, dark = false }: OfficeOptions,
  loudly: Loudly,
): object =>
  loudly('Office.context', {
    platform: 'OfficeOnline',
    displayLanguage: language,
    partitionKey: 'excel-stand-in',
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.0.0' },
    officeTheme: loudly('Office.context.officeTheme', { isDarkTheme: dark }),
    requirements: loudly('Office.context.requirements', {
      isSetSupported: (name: string, version = '1.1') => isSupported(requirementSets[name], version),
    }),
    document: loudly('Office.context.document', {
      settings: loudly('Office.context.document.settings', documentSettings(book)),
    }),
  });

function isSupported(newest: string | undefined, wanted: string): boolean {
  if (newest === undefined) return false;
  const [major = 0, minor = 0] = newest.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** The older way to the workbook's settings: a copy in memory until `saveAsync`. */
function documentSettings(book: WorkbookModel): object {
  const copy = new Map(book.settings);
  const done = (callback: AsyncCallback | undefined): void => {
    setTimeout(() => callback?.({ status: 'succeeded', value: undefined }), 0);
  };
  return {
    get: (name: string) => copy.get(name) ?? null,
    set: (name: string, value: Json) => void copy.set(name, value),
    remove: (name: string) => void copy.delete(name),
    saveAsync: (callback?: AsyncCallback) => {
      book.undo.empty('document.settings.saveAsync');
      for (const name of book.settings.keys()) if (!copy.has(name)) book.settings.delete(name);
      for (const [name, value] of copy) book.settings.set(name, value);
      done(callback);
    },
  };
}
