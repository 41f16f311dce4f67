import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A package of its own, for the project itself never needs what is in it. */
const peers = fileURLToPath(new URL('../peers', import.meta.url));

/** json-server's command. */
export const jsonServerProgram = join(peers, 'node_modules/json-server/lib/cli/bin.js');
export const peersAreInstalled = (): boolean => existsSync(jsonServerProgram);
