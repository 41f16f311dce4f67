import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { manifestFor, manifestOrigin } from '../addin-manifest.ts';
import { type CommonOptions, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';
import { refuseOver, writeResult } from './write-result.ts';

interface ManifestOptions extends CommonOptions {
  readonly origin: string;
  readonly out: string;
}
/** `manifest --origin URL`: the add-in's manifest for a server at another address. */
export const manifestCommand = () =>
  new Command('manifest')
    .description("write the Excel add-in's manifest for a server's https address")
    .option('--origin <url>', 'where the add-in is served', httpsOrigin, manifestOrigin)
    .option('--out <file>', 'where the manifest goes', 'countersign-manifest.xml')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(async (options: ManifestOptions) => {
      const own = fileURLToPath(new URL('../../manifest.xml', import.meta.url));
      await refuseOver([own], options.out, options);
      const xml = manifestFor(await readFile(own, 'utf8'), options.origin);
      await writeResult(options.out, new TextEncoder().encode(xml), options);
      if (options.json) printJson({ file: options.out, origin: options.origin });
      else print(textsFor(options)('cli:manifest.written', { file: options.out }));
    });

/** Office loads add-ins over https only. */
export function httpsOrigin(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.origin !== text.replace(/\/$/, ''))
    throw new InvalidArgumentError('an https origin like https://localhost:4821 is needed');
  return url.origin;
}
