import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

/** Microsoft's validator is a web service and its reader accepts nonsense: what it would miss is checked here. */
const path = fileURLToPath(new URL('../../manifest.xml', import.meta.url));
const xml = readFileSync(path, 'utf8');
const origin = 'https://localhost:4821';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
});
const tree = (parsed: Record<string, unknown>[]): Node[] =>
  parsed.flatMap((entry) => {
    const name = Object.keys(entry).find((key) => key !== ':@') as string;
    if (name === '#text' || name.startsWith('?') || name === '#comment') return [];
    const inside = entry[name] as Record<string, unknown>[];
    const text = inside.map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
    return [{ name, attributes: (entry[':@'] ?? {}) as Record<string, string>, children: tree(inside), text }];
  });
const [root] = tree(parser.parse(xml)) as [Node];
const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => all(child, name)),
];
const everything = (node: Node): Node[] => [node, ...node.children.flatMap(everything)];

describe('manifest.xml', () => {
  test('is read by office-addin-manifest', async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    expect(info).toMatchObject({
      displayName: 'Countersign',
      defaultLocale: 'en-US',
      permissions: 'ReadWriteDocument',
    });
  });

  test('is well-formed, with the schema’s order of elements', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(root.children.map(({ name }) => name)).toEqual([
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
    ]);
    const host = all(root, 'Host').find(({ attributes }) => attributes['xsi:type'] === 'Workbook');
    expect(host?.children.map(({ name }) => name)).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
    expect(all(root, 'Resources')[0]?.children.map(({ name }) => name)).toEqual([
      'bt:Images',
      'bt:Urls',
      'bt:ShortStrings',
      'bt:LongStrings',
    ]);
  });

  test('has a GUID and the version of package.json', () => {
    expect(all(root, 'Id')[0]?.text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(all(root, 'Version')[0]?.text).toBe(`${packageJson.version}.0`);
  });

  test('resolves every resid, and uses every resource', () => {
    const used = new Set(everything(root).flatMap(({ attributes }) => attributes.resid ?? []));
    const defined = everything(all(root, 'Resources')[0] as Node).flatMap(({ attributes }) => attributes.id ?? []);
    expect([...used].sort()).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  test('runs pane and functions in one shared runtime', () => {
    expect(all(root, 'Runtime')[0]?.attributes).toEqual({ resid: 'Pane.Url', lifetime: 'long' });
    expect(all(root, 'FunctionFile')[0]?.attributes.resid).toBe('Pane.Url');
    expect(all(root, 'Set').map(({ attributes }) => attributes.Name)).toContain('SharedRuntime');
  });

  test('speaks three languages', () => {
    const texts = [
      ...all(root, 'DisplayName'),
      ...all(root, 'Description').filter(({ attributes }) => attributes.DefaultValue),
      ...all(root, 'bt:String'),
    ];
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts)
      expect(text.children.map(({ attributes }) => attributes.Locale)).toEqual(['zh-CN', 'zh-TW']);
    for (const { attributes, children } of all(root, 'bt:ShortStrings').flatMap((strings) => strings.children))
      for (const value of [attributes.DefaultValue, ...children.map((child) => child.attributes.Value)])
        expect(value?.length).toBeLessThanOrEqual(125);
  });

  test('points at the local server over https only, at icons that exist in their size', () => {
    const urls = everything(root)
      .flatMap(({ attributes, text }) => [attributes.DefaultValue ?? '', text])
      .filter((value) => /^\w+:\/\//.test(value));
    expect(urls.filter((url) => !url.startsWith(origin))).toEqual([]);
    const icons = [...new Set(urls.filter((url) => url.endsWith('.png')))];
    expect(icons.length).toBeGreaterThanOrEqual(4);
    for (const icon of icons) {
      const file = fileURLToPath(new URL(`../..${icon.slice(origin.length)}`, import.meta.url));
      expect(existsSync(file), icon).toBe(true);
      expect(readFileSync(file).readUInt32BE(16), icon).toBe(Number(/(\d+)\.png$/.exec(icon)?.[1]));
    }
  });
});
