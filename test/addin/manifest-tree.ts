import { XMLParser } from 'fast-xml-parser';

/** An element of an XML document. */
export interface Node {
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

/** The document's one element, with its children in their order. */
export function readTree(xml: string): Node {
  const [root, ...more] = nodes(parser.parse(xml));
  if (!root || more.length > 0) throw new Error('a document has one element at its top');
  return root;
}

function nodes(parsed: readonly Record<string, unknown>[]): Node[] {
  return parsed.flatMap((entry) => {
    const name = Object.keys(entry).find((key) => key !== ':@') as string;
    if (name === '#text' || name.startsWith('?') || name === '#comment') return [];
    const inside = entry[name] as Record<string, unknown>[];
    const text = inside.map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
    return [{ name, attributes: (entry[':@'] ?? {}) as Record<string, string>, children: nodes(inside), text }];
  });
}

export const everything = (node: Node): Node[] => [node, ...node.children.flatMap(everything)];
export const all = (node: Node, name: string): Node[] => everything(node).filter((each) => each.name === name);
