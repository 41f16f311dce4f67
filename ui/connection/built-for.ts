/** Put in when the pages are built (vite.config.ts). */
declare const __VERSION__: string;

/** The version of the server whose pages these are. */
export const builtFor = __VERSION__;
