import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textsIn } from '../../../locales/index.ts';
import { CopiedNumbers } from '../../../ui/components/CopiedNumbers.tsx';
import { LanguageProvider } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { givenServer, givenSession, grid, settled } from '../sheet-session/given.ts';

/** 1001 is SO-1 on the server; another number stands beside its row. */
const displaced = grid('订单', [
  ['订单号', '客户编码', '货号', '数量', '单价', '金额', '回签单号', '回签状态'],
  ['1001', 'C1', 'F-50', 10, 12.5, 125, 'SO-2', '待确认'],
]);

async function screen(onRewrite?: () => void): Promise<string> {
  const server = givenServer();
  server.holds = { 1001: { number: 'SO-1', version: 1, posting: 'same' } };
  const { session } = givenSession({ sheet: displaced, server });
  await session.check();
  await settled(session);
  const { state } = session;
  if (!isChecked(state)) throw new Error(`the session is ${state.step}`);
  const children = createElement(CopiedNumbers, { session, state, ...(onRewrite && { onRewrite }) });
  const language = {
    initial: 'en' as const,
    load: async () => textsIn('en'),
    remember: () => undefined,
    children,
  };
  return renderToStaticMarkup(
    createElement(FluentProvider, { theme: webLightTheme }, createElement(LanguageProvider, language)),
  );
}

test('where nothing is written by itself, an order beside another number is to be looked at', async () => {
  expect(await screen()).toMatch(/<a [^>]*href="\/orders\/SO-1"[^>]*>Open SO-1<\/a>/);
});

test('where it can be written, the right number is one press away', async () => {
  const page = await screen(() => undefined);
  expect(page).toContain('Write the right numbers');
  expect(page).not.toContain('href=');
});
