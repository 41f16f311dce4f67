/** Language tag of Excel's own screens ("zh-CN"); the pane speaks it unless the user chose another. */
export const officeLanguage = (): string => Office.context.displayLanguage;

/** Separates what this add-in keeps in the browser from other documents' in Excel on the web. */
export const partitionKey = (): string => Office.context.partitionKey ?? '';

/** Excel's own colours; light where the host doesn't tell, for that is what Excel then looks like. */
export const officeIsDark = (): boolean => Office.context.officeTheme?.isDarkTheme ?? false;

/** What the user sees this device called in lists of connected panes: "Excel OfficeOnline". */
export const deviceName = (): string => `Excel ${Office.context.platform}`;

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
