import type { TestDesk } from '../test/browser/open-desk.ts';
import { openDesk } from '../test/browser/open-desk.ts';

/**
 * Takes the pictures of README and guide from the running program: `node scripts/take-pictures.ts`, after
 * `node scripts/setup.mjs --pages`. They show the sample company on a fixed day, so that a picture changes only when the
 * screen does.
 */
const folder = 'docs/pictures';

async function picture(desk: TestDesk, name: string): Promise<void> {
  await desk.page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
  await desk.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await desk.page.screenshot({ path: `${folder}/${name}.png` });
}

const english = await openDesk('en');
try {
  await english.press('Start: Order desk');
  await english.press('Workbook', 'nav');
  await english.press('Open the sample workbook');
  await english.sees('7 errors');
  await picture(english, 'workbook');
  await english.press(/Post \d+ orders/);
  await english.press('SO-202611-00001');
  await english.press('Act as Head of order desk');
  await english.press('Approve', 'article');
  await english.press('Issue letter', 'article');
  await english.sees('Order confirmation letter', 'article ul button');
  await english.press('Countersigned copy is back…', 'article');
  await english.press('Countersigned copy is back', 'form');
  await english.sees('To ship', 'article header');
  await picture(english, 'desk');
} finally {
  await english.close();
}
