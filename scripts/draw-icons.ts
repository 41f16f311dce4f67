import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../server/print/browser/launch-browser.ts';

/** Draws each addin/assets/*.svg in every size Office asks for; 128 is for the list of add-ins. Run by hand when a drawing changed. */
const folder = 'addin/assets';
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

const drawings = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
const { browser, close } = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const drawing of drawings) {
    const svg = await readFile(join(folder, drawing), 'utf8');
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      const file = drawing.replace('.svg', `-${size}.png`);
      await writeFile(join(folder, file), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await close();
}
