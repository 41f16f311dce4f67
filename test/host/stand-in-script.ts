import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { OfficeOptions } from './interpreter/office.ts';
import type { WorkbookInput } from './interpreter/workbook-data.ts';

/** Microsoft's files, from the development dependency; never copied into the project (licence). */
export const OFFICE_JS_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

let interpreter: Promise<string> | undefined;
let client: Promise<string> | undefined;

/** The script that stands where office.js is asked for: Microsoft's Excel client, the interpreter, the workbook. */
export async function standInScript(workbook: WorkbookInput, options: OfficeOptions): Promise<string> {
  interpreter ??= bundleInterpreter();
  client ??= readFile(join(OFFICE_JS_FOLDER, 'excel-web-16.00.js'), 'utf8');
  const start = `ExcelStandIn.start(${JSON.stringify(workbook)}, ${JSON.stringify(options)});`;
  return [await client, await interpreter, start].join('\n;\n');
}

async function bundleInterpreter(): Promise<string> {
  const entry = fileURLToPath(new URL('./interpreter/page.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { lib: { entry, formats: ['iife'], name: 'ExcelStandIn' }, write: false, minify: false },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const [chunk] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The interpreter was not bundled.');
  return chunk.code;
}
