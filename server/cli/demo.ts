import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { SampleCompany } from '../samples/sample-company.ts';
import type { DemoResult } from './demo-story.ts';
import { type CommonOptions, jsonOption, localeOption, print, printJson, say, textsFor } from './terminal.ts';

interface DemoOptions extends CommonOptions {
  readonly out: string;
  readonly sample?: string;
}

/** `demo`: the whole job on sample data, through the same server and HTTP interface everybody uses; leaves its files. */
export const demoCommand = () =>
  new Command('demo')
    .description('run the whole job on sample data and leave workbooks, letters, notices and the report')
    .requiredOption('--out <folder>', 'where the files go')
    .addOption(
      new Option('--sample <company>', 'one sample company; default: all').choices([
        'hardware',
        'northwind',
      ] satisfies SampleCompany['id'][]),
    )
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(demo);

async function demo(options: DemoOptions): Promise<void> {
  // Loaded here only: no other command needs the server and the samples.
  const [{ startServer }, { samples }, { tellDemo }] = await Promise.all([
    import('../main.ts'),
    import('../samples/samples.ts'),
    import('./demo-story.ts'),
  ]);
  const chosen = samples.filter(({ id }) => options.sample === undefined || id === options.sample);
  const dataFolder = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  const results: DemoResult[] = [];
  try {
    const server = await startServer({ port: 0, dataFolder, samples: chosen });
    try {
      for (const sample of chosen) {
        const folder = join(options.out, sample.id);
        await mkdir(folder, { recursive: true });
        if (!options.json) print(`\n${sample.profile.name}`);
        results.push(await tellDemo({ server: server.url, sample, folder, options }));
      }
    } finally {
      await server.close();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (options.json) printJson({ out: options.out, companies: results });
  else say(textsFor(options)('cli:demo.done', { folder: options.out }));
}
