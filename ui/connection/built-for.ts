/** Put in when the pages are built (vite.config.ts). */
declare const __VERSION__: string;

/** What the server speaks whose pages these are (versionHeader). */
export const builtFor = __VERSION__;
