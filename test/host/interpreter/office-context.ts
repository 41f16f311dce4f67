import { loud } from './loud.ts';
import type { OfficeOptions } from './office.ts';
import type { Json } from './protocol.ts';
import type { WorkbookModel } from './workbook-model.ts';

type AsyncCallback = (result: { status: 'succeeded'; value: undefined }) => void;
type Note = (member: string, ...args: unknown[]) => void;

/** Office.context of Excel on the web. */
export function officeContext(
  book: WorkbookModel,
  { language, requirementSets, dark = false }: OfficeOptions,
  note: Note,
  refuse: (member: string) => never,
): object {
  const members = {
    host: 'Excel',
    platform: 'OfficeOnline',
    displayLanguage: language,
    contentLanguage: language,
    partitionKey: 'excel-stand-in',
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.0.0' },
    officeTheme: {
      bodyBackgroundColor: dark ? '#1F1F1F' : '#FFFFFF',
      bodyForegroundColor: dark ? '#FFFFFF' : '#000000',
      controlBackgroundColor: dark ? '#292929' : '#FFFFFF',
      controlForegroundColor: dark ? '#FFFFFF' : '#000000',
      isDarkTheme: dark,
    },
    requirements: {
      isSetSupported: (name: string, version = '1.1') => isSupported(requirementSets[name], version),
    },
    document: loud(
      'Office.context.document',
      { mode: 'readWrite', url: `https://stand-in.invalid/${book.name}`, settings: documentSettings(book) },
      refuse,
    ),
    ui: loud(
      'Office.context.ui',
      {
        openBrowserWindow: (url: string) => note('context.ui.openBrowserWindow', url),
        closeContainer: () => note('context.ui.closeContainer'),
      },
      refuse,
    ),
  };
  return loud('Office.context', members, refuse);
}

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
