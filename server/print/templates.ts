import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { DocumentModel } from '../../core/document/document-model.ts';
import { paperKinds } from '../../core/paper/paper.ts';
import { PrintFault } from './print-fault.ts';
import { qrImage } from './qr-image.ts';
import { parseTemplate } from './template-rules.ts';

/** The templates that come with the project. */
export const templateFolder = fileURLToPath(new URL('../../templates', import.meta.url));

export interface Templates {
  /** First 12 hex digits of the hash of every template file: stands in the foot of each page. */
  readonly version: string;
  readonly css: string;
  /** The paper as HTML, without the page around it. @throws PrintFault `print.template` for a name the model lacks */
  render(model: DocumentModel): string;
}

const helpers = {
  helperMissing: true,
  blockHelperMissing: true,
  each: true,
  if: true,
  unless: true,
  with: true,
  log: false,
  lookup: false,
};
const compileOptions = { strict: true, knownHelpersOnly: true, knownHelpers: helpers, explicitPartialContext: true };

/** Reads and compiles the templates of a folder: `*.hbs` one per kind of paper, `parts/*.hbs` shared, `paper.css`. */
export function loadTemplates(folder = templateFolder): Templates {
  const handlebars = Handlebars.create();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(hbs|css)$/.test(name))
    .sort();
  const sources = new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));

  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  for (const [name, source] of sources) {
    if (!name.endsWith('.hbs')) continue;
    const template = handlebars.compile(parseTemplate(name, withoutIndent(source)), compileOptions);
    if (name.startsWith('parts/')) handlebars.registerPartial(basename(name, '.hbs'), template);
    else compiled.set(basename(name, '.hbs'), template);
  }
  for (const kind of paperKinds) {
    if (!compiled.has(kind))
      throw new PrintFault('print.template', `no template ${kind}.hbs in ${folder}`, { template: kind });
  }
  return {
    version: versionOf(sources),
    css: sources.get('paper.css') ?? '',
    render(model) {
      const data = { ...(JSON.parse(JSON.stringify(model)) as DocumentModel), qr: qrImage(model.number) };
      try {
        return compiled.get(model.kind)?.(data) ?? '';
      } catch (error) {
        throw new PrintFault(
          'print.template',
          `${model.number}: ${(error as Error).message}`,
          { paper: model.number },
          error,
        );
      }
    },
  };
}

/** Very long tables with deep indentation can hang Chrome's layout; line ends stay, they part words. */
const withoutIndent = (source: string): string => source.replace(/^[ \t]+/gm, '');

function versionOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, source] of sources) hash.update(`${name}\0${source.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex').slice(0, 12);
}
