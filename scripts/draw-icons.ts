import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../server/print/browser/launch-browser.ts';

/** Draws addin/assets/icon.svg in every size Office asks for. Run by hand when the drawing changed. */
const sizes = [16, 32, 64, 80, 128];
const svg = await readFile('addin/assets/icon.svg', 'utf8');
const { browser, close } = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(`addin/assets/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await close();
}
