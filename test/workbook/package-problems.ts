import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';

/**
 * What Excel would repair or refuse in a package, as far as the file format tells: each problem names its part. Written
 * against the format (ECMA-376), not against the code that patches packages.
 * @param unopened large parts that are known to be sound
 */
export function packageProblems(bytes: Uint8Array, unopened: readonly string[] = []): readonly string[] {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const trees = new Map<string, Element>();
  const problems: string[] = [];
  for (const name of names.filter((one) => /\.(?:xml|rels|vml)$/.test(one) && !unopened.includes(one))) {
    try {
      trees.set(name, parse(new TextDecoder().decode(parts[name])));
    } catch (error) {
      problems.push(`${name}: not well-formed: ${(error as Error).message}`);
    }
  }
  const book: Book = { names, trees, links: linksOf(trees) };
  return [
    ...problems,
    ...contentTypeProblems(book),
    ...relationshipProblems(book),
    ...[...trees].flatMap(([name, tree]) => problemsOfPart(book, name, tree).map((problem) => `${name}: ${problem}`)),
  ];
}

interface Element {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Attributes in the namespace of relationships: r:id, r:embed. */
  readonly references: readonly string[];
  readonly children: Element[];
  text: string;
}

interface Link {
  readonly id: string;
  readonly type: string;
  /** null = outside the package. */
  readonly target: string | null;
}

interface Book {
  readonly names: readonly string[];
  readonly trees: ReadonlyMap<string, Element>;
  readonly links: ReadonlyMap<string, readonly Link[]>;
}

function parse(xml: string): Element {
  const root: Element = { name: '', space: '', attributes: {}, references: [], children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.values(tag.attributes);
    const element: Element = {
      name: tag.local,
      space: tag.uri,
      attributes: Object.fromEntries(attributes.map(({ local, value }) => [local, value])),
      references: attributes.flatMap(({ uri, value }) =>
        /\/officeDocument\/(?:2006\/)?relationships$/.test(uri) ? [value] : [],
      ),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);
const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((one) => all(one, name)),
];
const repeated = (texts: readonly string[]): string[] => texts.filter((text, at) => texts.indexOf(text) !== at);

function linksOf(trees: Book['trees']): Map<string, Link[]> {
  const links = new Map<string, Link[]>();
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const from = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    links.set(
      from,
      all(tree, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => ({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: TargetMode === 'External' ? null : new URL(Target, `zip:///${folder}`).pathname.slice(1),
      })),
    );
  }
  return links;
}

function contentTypeProblems({ names, trees }: Book): string[] {
  const types = trees.get('[Content_Types].xml');
  if (!types) return ['no list of content types'];
  const endings = all(types, 'Default').map(({ attributes }) => (attributes.Extension ?? '').toLowerCase());
  const overrides = all(types, 'Override').map(({ attributes }) => (attributes.PartName ?? '').slice(1));
  return [
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !overrides.includes(name))
      .filter((name) => !endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
      .map((name) => `${name}: no content type`),
    ...overrides.filter((name) => !names.includes(name)).map((name) => `${name}: a content type and no part`),
    ...repeated([...endings, ...overrides]).map((name) => `${name}: two content types`),
  ];
}

const relationshipProblems = ({ names, links }: Book): string[] =>
  [...links].flatMap(([from, list]) => [
    ...(from === '' || names.includes(from) ? [] : [`${from}: relationships and no part`]),
    ...repeated(list.map(({ id }) => id)).map((id) => `${from}: two relationships ${id}`),
    ...list
      .filter(({ target }) => target !== null && !names.includes(decodeURIComponent(target)))
      .map(({ target }) => `${from}: links to ${target}, which isn't there`),
  ]);

function problemsOfPart(book: Book, name: string, tree: Element): string[] {
  const known = new Set((book.links.get(name) ?? []).map(({ id }) => id));
  const references = (element: Element): string[] => [...element.references, ...element.children.flatMap(references)];
  const lost = name.endsWith('.rels') ? [] : references(tree).filter((id) => !known.has(id));
  const special = { workbook: workbookProblems, styleSheet: styleProblems, comments: commentProblems }[tree.name];
  return [
    ...lost.map((id) => `refers to relationship ${id}, which isn't there`),
    ...(tree.name === 'worksheet' ? sheetProblems(book, name, tree) : (special?.(book, name, tree) ?? [])),
  ];
}

function workbookProblems(_: Book, __: string, tree: Element): string[] {
  const sheets = all(tree, 'sheet').map(({ attributes }) => attributes);
  const called = sheets.map(({ name = '' }) => name.toLowerCase());
  return [
    ...repeated(called).map((name) => `two sheets called ${name}`),
    ...called.filter((name) => name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name)),
    ...repeated(sheets.map(({ sheetId = '' }) => sheetId)).map((id) => `two sheets of id ${id}`),
  ];
}

function styleProblems(_: Book, __: string, tree: Element): string[] {
  const sections = {
    numFmts: 'numFmt',
    fonts: 'font',
    fills: 'fill',
    borders: 'border',
    cellStyleXfs: 'xf',
    cellXfs: 'xf',
    dxfs: 'dxf',
  };
  const count = (section: string, name: string): number =>
    child(tree, section)?.children.filter((one) => one.name === name).length ?? 0;
  const miscounted = Object.entries(sections).flatMap(([section, name]) => {
    const said = child(tree, section)?.attributes.count;
    return said === undefined || Number(said) === count(section, name) ? [] : [`${section} counts ${said}`];
  });
  const limits = {
    fontId: count('fonts', 'font'),
    fillId: count('fills', 'fill'),
    borderId: count('borders', 'border'),
    xfId: count('cellStyleXfs', 'xf'),
  };
  const formats = child(tree, 'cellXfs')?.children ?? [];
  const wrong = formats.flatMap(({ attributes }, at) =>
    Object.entries(limits).flatMap(([id, limit]) =>
      Number(attributes[id] ?? 0) < Math.max(1, limit) ? [] : [`format ${at}: ${id} ${attributes[id]}`],
    ),
  );
  return [...miscounted, ...wrong, ...orderProblems(tree, styleOrder)];
}

const styleOrder = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);
const sheetOrder =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
  scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
  dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
  cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls
  webPublishItems tableParts extLst`.split(/\s+/);

function orderProblems(tree: Element, order: readonly string[]): string[] {
  const places = tree.children.map(({ name }) => order.indexOf(name)).filter((place) => place >= 0);
  return places.flatMap((place, at) => (place < (places[at - 1] ?? 0) ? [`${order[place]} stands too late`] : []));
}

function sheetProblems(book: Book, name: string, tree: Element): string[] {
  const styles = [...book.trees.values()].find((one) => one.name === 'styleSheet');
  const formats = child(styles, 'cellXfs')?.children.length ?? 1;
  const texts =
    [...book.trees.values()].find((one) => one.name === 'sst')?.children.filter((one) => one.name === 'si').length ?? 0;
  const problems = orderProblems(tree, sheetOrder);
  let row = 0;
  for (const line of child(tree, 'sheetData')?.children ?? []) {
    const number = Number(line.attributes.r ?? row + 1);
    if (number <= row) problems.push(`row ${number} behind row ${row}`);
    row = number;
    let column = 0;
    for (const { attributes, children } of line.children) {
      const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(attributes.r ?? '') ?? [];
      const at =
        letters === undefined ? column + 1 : [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
      if (digits !== undefined && Number(digits) !== row) problems.push(`${attributes.r} in row ${row}`);
      if (at <= column) problems.push(`${attributes.r} behind column ${column}`);
      column = at;
      if (Number(attributes.s ?? 0) >= Math.max(1, formats))
        problems.push(`${attributes.r}: no format ${attributes.s}`);
      const value = children.find((one) => one.name === 'v')?.text ?? '';
      if (attributes.t === 's' && Number(value) >= texts) problems.push(`${attributes.r}: no text ${value}`);
    }
  }
  return [...problems, ...noteProblems(book, name, tree)];
}

/** Notes and their boxes belong together: one without the other, or two boxes of one number, are repaired. */
function noteProblems({ trees, links }: Book, name: string, tree: Element): string[] {
  const own = links.get(name) ?? [];
  const comments = own.filter(({ type }) => type === 'comments');
  const drawn = own.find(({ id }) => id === child(tree, 'legacyDrawing')?.references[0])?.target;
  const drawing = drawn ? trees.get(drawn) : undefined;
  if (comments.length > 1) return ['two lists of notes'];
  const list = trees.get(comments[0]?.target ?? '');
  // A drawing that isn't well-formed is named once already.
  if (!list || (drawn && !drawing)) return [];
  const boxes = drawing ? all(drawing, 'ClientData').filter(({ attributes }) => attributes.ObjectType === 'Note') : [];
  const places = boxes.map((box) => `${child(box, 'Row')?.text},${child(box, 'Column')?.text}`);
  const noted = all(list, 'comment').map(({ attributes: { ref = '' } }) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
    return `${Number(digits) - 1},${[...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1}`;
  });
  const ids = drawing ? all(drawing, 'shape').flatMap(({ attributes }) => attributes.id ?? []) : [];
  return [
    ...noted.filter((place) => !places.includes(place)).map((place) => `a note without box at ${place}`),
    ...places.filter((place) => !noted.includes(place)).map((place) => `a box without note at ${place}`),
    ...repeated(ids).map((id) => `two shapes ${id}`),
  ];
}

function commentProblems(_: Book, __: string, tree: Element): string[] {
  const authors = child(tree, 'authors')?.children.length ?? 0;
  const comments = all(tree, 'comment').map(({ attributes }) => attributes);
  return [
    ...repeated(comments.map(({ ref = '' }) => ref)).map((ref) => `two notes at ${ref}`),
    ...comments.filter(({ authorId }) => Number(authorId) >= authors).map(({ ref }) => `${ref}: no such author`),
  ];
}
