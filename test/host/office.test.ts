import { expect } from 'vitest';
import { itInHost } from './in-host.ts';

const EMPTY = { sheets: [{ name: 'S' }], settings: { mapping: 'B' } };

itInHost('is Excel on the web in the language and with the requirement sets the test names', async ({ openPane }) => {
  const pane = await openPane(EMPTY, { language: 'zh-TW', requirementSets: { ExcelApi: '1.9' }, dark: true });
  const seen = await pane.page.evaluate(async () => {
    const ready = await Office.onReady();
    const { requirements, displayLanguage, document, officeTheme, partitionKey, platform } = Office.context;
    return {
      ready,
      platform,
      displayLanguage,
      dark: officeTheme?.isDarkTheme,
      partitionKey: typeof partitionKey,
      sets: ['1.9', '1.10'].map((version) => requirements.isSetSupported('ExcelApi', version)),
      shared: requirements.isSetSupported('SharedRuntime'),
      setting: document.settings.get('mapping'),
      history: globalThis.history.pushState,
    };
  });
  expect(seen).toEqual({
    ready: { host: 'Excel', platform: 'OfficeOnline' },
    platform: 'OfficeOnline',
    displayLanguage: 'zh-TW',
    dark: true,
    partitionKey: 'string',
    sets: [true, false],
    shared: false,
    setting: 'B',
    history: null,
  });
});

itInHost('keeps what was set the older way once it is saved', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const settings = async () => (await pane.snapshot()).settings;
  await pane.page.evaluate(() => {
    Office.context.document.settings.set('language', 'en');
    Office.context.document.settings.remove('mapping');
  });
  expect(await settings()).toEqual(EMPTY.settings);
  const status = await pane.page.evaluate(
    () => new Promise((done) => Office.context.document.settings.saveAsync((saved) => done(saved.status))),
  );
  expect(status).toBe('succeeded');
  expect(await settings()).toEqual({ language: 'en' });
});

itInHost('runs a ribbon command to its end and notes what it asked of ribbon and pane', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  await pane.page.evaluate(() => {
    Office.actions.associate('check', async (event: Office.AddinCommands.Event) => {
      await Office.addin.showAsTaskpane();
      await Office.ribbon.requestUpdate({ tabs: [{ id: 'Countersign' }] });
      event.completed();
    });
  });
  expect(await pane.runAction('check')).toBe('completed');
  expect(await pane.officeCalls()).toEqual([
    { member: 'addin.showAsTaskpane', args: [] },
    { member: 'ribbon.requestUpdate', args: [{ tabs: [{ id: 'Countersign' }] }] },
  ]);
  // Pressed before the page has associated it, as in Office: nothing happens, and nobody is told.
  expect(await pane.runAction('post')).toBe('lost');
  expect(await pane.officeCalls()).toHaveLength(2);
});

itInHost('refuses what it does not know of Office, and every other site', async ({ openPane }) => {
  const pane = await openPane(EMPTY);
  const message = await pane.page.evaluate(async () => {
    await fetch('https://example.com/telemetry').catch(() => undefined);
    try {
      return String(Office.context.mailbox);
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toBe('The Excel stand-in does not know Office.context.mailbox.');
  expect(await pane.refusals()).toEqual([message, 'The pane asked for https://example.com/telemetry.']);
});
