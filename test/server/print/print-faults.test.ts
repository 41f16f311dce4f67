import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../../server/print/browser/launch-browser.ts';
import { PdfPrinter, type PdfPrinterOptions } from '../../../server/print/pdf-printer.ts';
import { readPdf } from '../../../server/print/read-pdf.ts';
import { loadTemplates, type Templates } from '../../../server/print/templates.ts';
import { letterModel } from './sample-papers.ts';

let printer: PdfPrinter | undefined;
let browsers: LaunchedBrowser[] = [];
afterEach(async () => {
  await printer?.close();
  browsers = [];
});

/** A printer whose browsers are noted, so that a test can kill them. */
function printerWith(options: PdfPrinterOptions = {}): PdfPrinter {
  const launch = async () => {
    const launched = await launchBrowser({ setting: 'pinned' });
    browsers.push(launched);
    return launched;
  };
  printer = new PdfPrinter({ launch, ...options });
  return printer;
}

/** The project's templates, with what they render changed. */
function templatesThat(change: (html: string) => string, css = (rules: string) => rules): Templates {
  const real = loadTemplates();
  return { version: real.version, css: css(real.css), render: (model) => change(real.render(model)) };
}

const kill = (launched: LaunchedBrowser | undefined) =>
  process.kill(launched?.browser.process()?.pid ?? Number.NaN, 'SIGKILL');

describe('a print that came out wrong is a fault', () => {
  it('when it is blank', async () => {
    const blank = printerWith({ templates: templatesThat(() => '') });
    await expect(blank.print(letterModel('zh-Hans', 2))).rejects.toMatchObject({ code: 'print.blank' });
  });

  it('when something that must stand on it is missing, and it says what', async () => {
    const lossy = printerWith({ templates: templatesThat((html) => html.replaceAll('1,913.60', '')) });
    await expect(lossy.print(letterModel('zh-Hans', 2))).rejects.toMatchObject({
      code: 'print.text-missing',
      details: { paper: 'SO-202611-00042-L1', missing: ['1,913.60'] },
    });
  });

  it('when a browser knows no page margins and so numbers no page', async () => {
    const marginless = templatesThat((html) => `${html}<style>section { page: auto !important }</style>`);
    await expect(printerWith({ templates: marginless }).print(letterModel('en', 1))).rejects.toMatchObject({
      code: 'print.blank',
    });
  });

  it('when no font has a character: before printing, with the character and its place', async () => {
    const model = letterModel('zh-Hans', 1, 42, { customer: { code: 'C1', name: '上海𠮷锋机电有限公司' } });
    await expect(printerWith().print(model)).rejects.toMatchObject({
      code: 'print.glyph-missing',
      details: {
        missing: [{ character: '𠮷', codePoint: 'U+20BB7', where: expect.stringMatching(/^customer\.0\.value$/) }],
        characters: '𠮷 (U+20BB7)',
      },
    });
    expect(browsers).toHaveLength(0);
  });
});

describe('a print reaches nothing', () => {
  it('neither the network nor files, whatever markup gets into it, and runs no script', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = await mkdtemp(join(tmpdir(), 'print-secret-'));
    const secret = join(folder, 'secret.txt');
    await writeFile(secret, 'GEHEIM');
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const markup = [
      `<img src="${host}/image.png">`,
      `<link rel="stylesheet" href="${host}/style.css">`,
      `<style>@import url("${host}/import.css"); @font-face { font-family: x; src: url("${host}/font.ttf") } p { background: url("${host}/back.png") }</style>`,
      `<iframe src="${host}/frame"></iframe><object data="${host}/object"></object>`,
      `<iframe src="${pathToFileURL(secret)}"></iframe><img src="${pathToFileURL(secret)}">`,
      `<script>document.body.textContent = 'SCRIPTED'; fetch('${host}/script')</script><img src="data:," onerror="fetch('${host}/onerror')">`,
    ].join('');
    const leaving = templatesThat((html) => `${html}<meta http-equiv="refresh" content="0;url=${host}/refresh">`);
    try {
      // It may be printed before it tries to leave, or be a fault; it gets nowhere either way.
      await Promise.allSettled([printerWith({ templates: leaving }).print(letterModel('zh-Hans', 2))]);
      await printer?.close();
      const { pdf } = await printerWith({ templates: templatesThat((html) => html + markup) }).print(
        letterModel('zh-Hans', 2),
      );
      const text = (await readPdf(pdf)).map(({ body }) => body).join('');
      expect(asked).toEqual([]);
      expect(text).not.toMatch(/GEHEIM|SCRIPTED|reached/);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('a browser that fails', () => {
  it('between two prints is replaced', async () => {
    const survivor = printerWith();
    await survivor.print(letterModel('en', 1));
    kill(browsers[0]);
    await expect(survivor.print(letterModel('en', 1))).resolves.toMatchObject({ pages: 1 });
    expect(browsers).toHaveLength(2);
  });

  it('under a print is replaced, and the print done', async () => {
    let killed = false;
    const templates = templatesThat((html) => html);
    const launch = async () => {
      const launched = await launchBrowser({ setting: 'pinned' });
      if (!killed) launched.browser.once('targetcreated', () => kill(launched));
      killed = true;
      browsers.push(launched);
      return launched;
    };
    await expect(printerWith({ templates, launch }).print(letterModel('en', 1))).resolves.toMatchObject({ pages: 1 });
    expect(browsers).toHaveLength(2);
  });

  it('to answer in time is ended and named, and the next print works', async () => {
    const hasty = printerWith({ timeoutMs: 1 });
    await expect(hasty.print(letterModel('en', 1))).rejects.toMatchObject({ code: 'print.timed-out' });
    await hasty.close();
    expect(browsers.every(({ browser }) => !browser.connected)).toBe(true);
  });

  it('to start at all is a fault that says so', async () => {
    const hopeless = printerWith({ launch: () => launchBrowser({ setting: '/nowhere/chrome' }) });
    await expect(hopeless.print(letterModel('en', 1))).rejects.toMatchObject({ code: 'print.browser-missing' });
  });
});

describe('the warm browser', () => {
  it('is replaced after a number of jobs, with prints waiting their turn', async () => {
    const recycling = printerWith({ jobsPerBrowser: 2, concurrency: 2 });
    const prints = await Promise.all(
      Array.from({ length: 6 }, (_, index) => recycling.print(letterModel('en', 1, index + 1))),
    );
    expect(prints.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(browsers.length).toBeGreaterThanOrEqual(3);
    await recycling.close();
    expect(browsers.every(({ browser }) => !browser.connected)).toBe(true);
  });
});
