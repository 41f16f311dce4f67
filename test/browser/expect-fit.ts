import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';

/** Nothing to scroll sideways at Excel's narrowest, and axe finds nothing serious. */
export async function expectFit(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > 320.5)
      .map((each) => `${each.tagName} ${each.textContent.slice(0, 40)}`),
  );
  expect(wide).toEqual([]);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(
      // Fluent's own catchers of the focus; they pass it on.
      { include: ['body'], exclude: ['[data-tabster-dummy]'] },
      { runOnly: ['wcag2a', 'wcag2aa'] },
    ),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
