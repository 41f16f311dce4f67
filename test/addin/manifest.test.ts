import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, test } from 'vitest';
import { commands } from '../../addin/pane/commands/commands.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { all, everything, type Node, readTree } from './manifest-tree.ts';

/** Microsoft's validator is a web service and its reader accepts nonsense: what it would miss is checked here. */
const path = fileURLToPath(new URL('../../manifest.xml', import.meta.url));
const xml = readFileSync(path, 'utf8');
const origin = 'https://localhost:4821';
const root = readTree(xml);

/** What each element may hold, in the schema's order; elements that aren't named hold nothing but text. */
const orderIn: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
    'ExtendedOverrides',
  ],
  DisplayName: ['Override'],
  Description: ['Override'],
  AppDomains: ['AppDomain'],
  Hosts: ['Host'],
  Requirements: ['Sets'],
  Sets: ['Set'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  Runtimes: ['Runtime'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  // Of custom functions, then of the ribbon and the cell menu.
  ExtensionPoint: ['Script', 'Page', 'Metadata', 'Namespace', 'CustomTab', 'OfficeMenu'],
  Script: ['SourceLocation'],
  Page: ['SourceLocation'],
  Metadata: ['SourceLocation'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  OfficeMenu: ['Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Items', 'Action'],
  Items: ['Item'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Icon: ['bt:Image'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
  'bt:Images': ['bt:Image'],
  'bt:Urls': ['bt:Url'],
  'bt:Url': ['bt:Override'],
  'bt:ShortStrings': ['bt:String'],
  'bt:LongStrings': ['bt:String'],
  'bt:String': ['bt:Override'],
  ExtendedOverrides: ['Tokens'],
  Tokens: ['Token'],
  Token: ['Override'],
};
const misplaced = ({ name, children }: Node): string[] => {
  const places = children.map((child) => (orderIn[name] ?? []).indexOf(child.name));
  return places.flatMap((place, at) =>
    place < 0 || place < (places[at - 1] ?? 0) ? [`${children[at]?.name} in ${name}`] : [],
  );
};

/** The one resource of this name, as a label or a tip refers to it. */
const resources = everything(all(root, 'Resources')[0] as Node).filter(({ attributes }) => attributes.id);
const listOf = (resid: string | undefined): string | undefined =>
  all(root, 'Resources')[0]?.children.find(({ children }) => children.some(({ attributes }) => attributes.id === resid))
    ?.name;
/** Where what an element refers to must stand. */
const kindOf: Readonly<Record<string, string>> = {
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Namespace: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
  'bt:Image': 'bt:Images',
  Runtime: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  SourceLocation: 'bt:Urls',
  LearnMoreUrl: 'bt:Urls',
};
const fileOf = (url: string): string => fileURLToPath(new URL(`../..${url.slice(origin.length)}`, import.meta.url));

describe('manifest.xml', () => {
  test('is read by office-addin-manifest', async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    expect(info).toMatchObject({
      displayName: 'Countersign',
      defaultLocale: 'en-US',
      permissions: 'ReadWriteDocument',
    });
  });

  test('is well-formed, each element in the schema’s order', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(everything(root).flatMap(misplaced)).toEqual([]);
    // The test can tell: a label before the groups of its tab is refused by Office.
    const [tab] = all(root, 'CustomTab') as [Node];
    expect(misplaced({ ...tab, children: [...tab.children].reverse() })).not.toEqual([]);
  });

  test('has a GUID and the version of package.json', () => {
    expect(all(root, 'Id')[0]?.text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(all(root, 'Version')[0]?.text).toBe(`${packageJson.version}.0`);
  });

  test('resolves every resid, and uses every resource', () => {
    const used = new Set(everything(root).flatMap(({ attributes }) => attributes.resid ?? []));
    const defined = resources.map(({ attributes }) => attributes.id ?? '');
    expect([...used].sort()).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  test('names its parts once, within Office’s limits', () => {
    const parts = ['CustomTab', 'Group', 'Control', 'Item'].flatMap((name) => all(root, name));
    const ids = parts.map(({ attributes }) => attributes.id ?? '');
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id === '' || id.length > 125)).toEqual([]);
    expect(all(root, 'CustomTab')).toHaveLength(1); // more are refused
  });

  test('refers everywhere to a resource of the right kind', () => {
    const misled = everything(root).filter(
      ({ name, attributes: { resid } }) => resid !== undefined && listOf(resid) !== kindOf[name],
    );
    expect(misled.map(({ name, attributes }) => `${name} ${attributes.resid}`)).toEqual([]);
  });

  test('has the five buttons on a tab of its own, beside the one that opens the pane, and a menu on cells', () => {
    const [tab] = all(root, 'CustomTab') as [Node];
    const does = (control: Node) => control.children.find(({ name }) => name === 'Action')?.children[0]?.text;
    expect(all(tab, 'Control').map(does)).toEqual([
      'Countersign.Pane',
      'checkSheet',
      'postOrders',
      'showPapers',
      'writeStatuses',
      'showBooks',
    ]);
    const [menu] = all(root, 'OfficeMenu') as [Node];
    expect(menu.attributes.id).toBe('ContextMenuCell');
    expect(all(menu, 'Item').map(does)).toEqual(['checkRow', 'showRowPapers', 'showLastPrice', 'copyReply']);
    // Office draws no button that lacks one of these, and says so to nobody.
    for (const control of ['Control', 'Item'].flatMap((name) => all(root, name)))
      expect(control.children.map(({ name }) => name)).toEqual([
        'Label',
        'Supertip',
        'Icon',
        control.attributes['xsi:type'] === 'Menu' ? 'Items' : 'Action',
      ]);
  });

  test('runs pane and functions in one shared runtime', () => {
    expect(all(root, 'Runtime')[0]?.attributes).toEqual({ resid: 'Pane.Url', lifetime: 'long' });
    expect(all(root, 'FunctionFile')[0]?.attributes.resid).toBe('Pane.Url');
    expect(all(root, 'Set').map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`)).toEqual([
      'SharedRuntime 1.1',
      'ExcelApi 1.9',
    ]);
  });

  test('speaks three languages, each text within Office’s limit', () => {
    const longest = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250, Description: 250, DisplayName: 125 };
    let texts = 0;
    for (const [name, limit] of Object.entries(longest))
      for (const text of all(root, name).flatMap((each) => (name.startsWith('bt:') ? each.children : [each]))) {
        if (!text.attributes.DefaultValue) continue; // a reference to one
        texts += 1;
        expect(text.children.map(({ attributes }) => attributes.Locale)).toEqual(['zh-CN', 'zh-TW']);
        for (const value of [
          text.attributes.DefaultValue,
          ...text.children.map(({ attributes }) => attributes.Value),
        ]) {
          expect(value).toBeTruthy();
          expect(value?.length, value).toBeLessThanOrEqual(limit);
        }
      }
    expect(texts).toBeGreaterThan(25);
  });

  test('points at the local server over https only', () => {
    const urls = everything(root)
      .flatMap(({ attributes, text }) => [attributes.DefaultValue, attributes.Url, attributes.ResourcesUrl, text])
      .filter((value) => value !== undefined && /^\w+:\/\//.test(value));
    expect(urls.length).toBeGreaterThan(50);
    expect(urls.filter((url) => !url?.startsWith(`${origin}/`) && url !== origin)).toEqual([]);
  });

  test('has every icon in all of Office’s sizes', () => {
    const url = new Map(resources.map(({ attributes }) => [attributes.id, attributes.DefaultValue ?? '']));
    for (const icon of all(root, 'Icon')) {
      expect(icon.children.map(({ attributes }) => Number(attributes.size))).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const { attributes } of icon.children) expectSize(url.get(attributes.resid) ?? '', Number(attributes.size));
    }
    expectSize(all(root, 'IconUrl')[0]?.attributes.DefaultValue ?? '', 32);
    expectSize(all(root, 'HighResolutionIconUrl')[0]?.attributes.DefaultValue ?? '', 64);
    const buttons = all(root, 'CustomTab').flatMap((tab) => all(tab, 'Control'));
    const drawn = buttons.map((button) => all(button, 'bt:Image')[0]?.attributes.resid);
    expect(new Set(drawn).size).toBe(buttons.length); // none looks like another
  });

  test('asks of the pane what the pane can do, and each command can be asked for somewhere', () => {
    const functions = all(root, 'FunctionName').map(({ text }) => text);
    const keys = readKeys().actions.map(({ id }) => id);
    expect(new Set([...functions, ...keys])).toEqual(new Set(commands));
  });
});

describe('the keys', () => {
  const [overrides] = all(root, 'ExtendedOverrides') as [Node];
  const namesOf = (locale: string): Record<string, { value: string }> =>
    JSON.parse(
      readFileSync(fileOf((overrides.attributes.ResourcesUrl ?? '').replace(/\$\{token\.locale\}/, locale)), 'utf8'),
    );
  const locales = all(overrides, 'Token').flatMap(({ attributes, children }) => [
    attributes.DefaultValue ?? '',
    ...children.map((child) => child.attributes.Value ?? ''),
  ]);

  test('are each one that Office allows, for one action', () => {
    const { actions, shortcuts } = readKeys();
    expect(shortcuts.map(({ action }) => action)).toEqual(actions.map(({ id }) => id));
    const pressed = shortcuts.map(({ key }) => key.default);
    for (const key of pressed) expect(key).toMatch(/^Ctrl\+Alt\+[A-Z0-9]$/);
    expect(new Set(pressed).size).toBe(pressed.length);
  });

  test('are named in three languages', () => {
    const { actions, resources: own } = readKeys();
    expect(locales).toEqual(['en-us', 'zh-cn', 'zh-tw']);
    for (const locale of locales) {
      const names = namesOf(locale);
      for (const { name } of actions) {
        const key = /^\$\{resource\.(\w+)\}$/.exec(name)?.[1] ?? '';
        expect(names[key]?.value, `${locale} ${key}`).toBeTruthy();
        if (locale === 'en-us') expect(names[key]).toEqual(own.default[key]);
        else expect(names[key]?.value).not.toBe(own.default[key]?.value);
      }
    }
  });
});

interface Keys {
  readonly actions: readonly { readonly id: string; readonly name: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string } }[];
  readonly resources: { readonly default: Readonly<Record<string, { readonly value: string }>> };
}
function readKeys(): Keys {
  const url = all(root, 'ExtendedOverrides')[0]?.attributes.Url ?? '';
  return JSON.parse(readFileSync(fileOf(url), 'utf8'));
}

function expectSize(url: string, size: number): void {
  const file = fileOf(url);
  expect(existsSync(file), url).toBe(true);
  const png = readFileSync(file);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)], url).toEqual([size, size]);
}
