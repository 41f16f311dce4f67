/** Language tag of Excel's own screens ("zh-CN"); the pane speaks it unless the user chose another. */
export const officeLanguage = (): string => Office.context.displayLanguage;

/** Separates what this add-in keeps in the browser from other documents' in Excel on the web. */
export const partitionKey = (): string => Office.context.partitionKey ?? '';

/** Excel's own colours; light where the host doesn't tell, for that is what Excel then looks like. */
export const officeIsDark = (): boolean => Office.context.officeTheme?.isDarkTheme ?? false;

/** What the user sees this device called in lists of connected panes: "Excel OfficeOnline". */
export const deviceName = (): string => `Excel ${Office.context.platform}`;

/** Opens the pane if it is closed, or brings it to the front. */
export const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/**
 * Makes an action of the ribbon, the cell menu or the keys known under the name manifest.xml or shortcuts.json gives it. It
 * ends for Office as soon as it has begun here: the pane shows how it goes on, and Office would complain after seconds.
 */
export function onOfficeAction(name: string, { opensPane }: { readonly opensPane: boolean }, begin: () => void): void {
  Office.actions.associate(name, async (event?: Office.AddinCommands.Event) => {
    try {
      begin();
      if (opensPane) await showPane();
    } finally {
      // A key's action may get no event.
      event?.completed();
    }
  });
}
