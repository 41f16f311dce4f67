import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { loadTemplates, templateFolder } from '../../../server/print/templates.ts';
import { letterModel, noticeModel, reportModel } from './sample-papers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  await cp(templateFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const edit = async (file: string, change: (source: string) => string) =>
  writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));

describe('templates', () => {
  it.each(locales)('render every paper in %s, naming nothing that the model lacks', (locale) => {
    const templates = loadTemplates();
    for (const model of [letterModel(locale, 2), noticeModel(locale), reportModel(locale)]) {
      expect(templates.render(model)).toContain(model.number);
    }
  });

  it('change their version with every file they are made of', async () => {
    const versions = [loadTemplates(folder).version];
    for (const file of ['confirmation-letter.hbs', 'parts/head.hbs', 'paper.css']) {
      await edit(file, (source) => `${source}\n`);
      versions.push(loadTemplates(folder).version);
    }
    expect(versions[0]).toBe(loadTemplates().version);
    expect(new Set(versions).size).toBe(4);
  });

  it.each([
    ['an unescaped value', '{{{title}}}', 'unescaped value in line 1'],
    ['an unescaped value by its other sign', '{{&title}}', 'unescaped value in line 1'],
    ['a decorator', '{{* inline "x"}}', 'decorator in line 1'],
    ['an inline partial', '{{#*inline "x"}}{{/inline}}', 'decorator in line 1'],
    ['a partial named by data', '{{> (lookup . "kind")}}', 'partial chosen by data in line 1'],
    ['a block that is not closed', '{{#if title}}', 'confirmation-letter.hbs'],
  ])('are refused for %s', async (_, source, reason) => {
    await edit('confirmation-letter.hbs', () => source);
    expect(() => loadTemplates(folder)).toThrow(
      expect.objectContaining({ code: 'print.template', message: expect.stringContaining(reason) }),
    );
  });

  it.each([
    ['a name the model lacks', '{{titel}}'],
    ['an unknown helper', '{{shout title}}'],
    ['the constructor of a value', '{{title.constructor}}'],
    ['a lookup by name', '{{lookup this "title"}}'],
  ])('fail to print with %s', async (_, source) => {
    await edit('confirmation-letter.hbs', () => source);
    const print = () => loadTemplates(folder).render(letterModel('en', 1));
    expect(print).toThrow();
    try {
      print();
    } catch (error) {
      expect(error).toMatchObject({ code: 'print.template' });
    }
  });
});
