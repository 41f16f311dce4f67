// Run as a process of its own by npm-chromium.ts, with TMPDIR naming the folder to unpack into: the package unpacks to
// wherever the temporary folder is, and changing that inside the server would change it for everybody.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
await Promise.all([inflate(join(archives, 'chromium.br')), inflate(join(archives, 'al2023.tar.br'))]);
