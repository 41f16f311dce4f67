import { Command } from 'commander';
import { ensureCertificate } from '../certificate/certificate.ts';
import { trustCommands } from '../certificate/trust-commands.ts';
import { certificateFolderOf } from '../place.ts';
import { dataOption } from './serve.ts';
import { type CommonOptions, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

/** `cert`: the certificate for https://localhost that Excel asks for; trusting it is left to the user. */
export const certCommand = () =>
  new Command('cert')
    .description('make the certificate that the Excel add-in needs, and say how to trust it')
    .addOption(dataOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { readonly data: string }) => {
      const { authorityFile, validUntil } = await ensureCertificate(certificateFolderOf(options.data));
      const commands = trustCommands(process.platform, authorityFile);
      const until = validUntil.toISOString().slice(0, 10);
      if (options.json) return printJson({ file: authorityFile, validUntil: until, ...commands });
      const texts = textsFor(options);
      print(texts('cli:cert.made', { file: authorityFile, until }));
      print(texts('cli:cert.trust'));
      print(`  ${commands.trust}`);
      print(texts('cli:cert.undo'));
      print(`  ${commands.undo}`);
    });
