/** Where the page runs: inside Excel, or opened by hand in a browser. */
export type OfficeHost = 'excel' | 'none' | 'no-answer';

/** Office that hasn't answered by then was blocked or never loaded; `onReady` alone would wait for ever. */
const patienceMs = 10_000;

/** Waits for office.js. `no-answer` = the script was blocked or the network is slow: the pane says so instead of hanging. */
export async function officeReady(): Promise<OfficeHost> {
  if (typeof Office === 'undefined') return 'no-answer';
  const tooLate = new Promise<'no-answer'>((resolve) => setTimeout(() => resolve('no-answer'), patienceMs));
  const ready = Office.onReady().then(({ host }) => (host === Office.HostType.Excel ? 'excel' : 'none'));
  return Promise.race([ready, tooLate]);
}

/** Language tag of Excel's own screens ("zh-CN"); the pane speaks it unless the user chose another. */
export const officeLanguage = (): string => Office.context.displayLanguage;

/** Separates what this add-in keeps in the browser from other documents' in Excel on the web. */
export const partitionKey = (): string => Office.context.partitionKey ?? '';

/** Excel's own colours; undefined where the host doesn't tell. */
export const officeIsDark = (): boolean | undefined => Office.context.officeTheme?.isDarkTheme;

/** Makes a ribbon button's function known under the name the manifest gives it. */
export function onRibbonAction(name: string, run: () => Promise<void>): void {
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    try {
      await Office.addin.showAsTaskpane();
      await run();
    } finally {
      event.completed();
    }
  });
}
