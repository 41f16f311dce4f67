import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where the server is found: http; the add-in's https address is the next port. */
export const defaultPort = 4820;

/** The data: the setting, else a folder of the user's own. */
export const dataFolderOf = (setting = process.env.COUNTERSIGN_DATA): string =>
  setting || envPaths('countersign', { suffix: '' }).data;
/** Where companies live: "folder" = in the data folder, else addresses of a database, which may hold passwords. */
export const storeSettingOf = ({ COUNTERSIGN_STORE, COUNTERSIGN_STORE_OWNER } = process.env) => ({
  store: COUNTERSIGN_STORE || 'folder',
  ...(COUNTERSIGN_STORE_OWNER && { storeOwner: COUNTERSIGN_STORE_OWNER }),
});
/** Holds one folder per company. */
export const companiesFolderOf = (dataFolder: string): string => join(dataFolder, 'companies');
export const certificateFolderOf = (dataFolder: string): string => join(dataFolder, 'certificate');
