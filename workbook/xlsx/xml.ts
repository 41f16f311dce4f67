import { SaxesParser } from 'saxes';
import { damaged, Unreadable } from '../problem.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { unpackPart } from '../zip/part.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear. Names come without their namespace prefix ("x:row" is "row"). */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Reads one XML part as a stream: neither its bytes nor its text are ever whole in memory. Malformed = damaged. */
export function readXml(bytes: Uint8Array, entry: ZipEntry, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw damaged(entry.name);
  });
  // Office writes no document type; one in a workbook is there to expand entities.
  parser.on('doctype', () => {
    throw new Unreadable({ code: 'workbook.suspicious', data: { part: entry.name } });
  });
  parser.on('opentag', ({ name, attributes }) => listener.open(localName(name), attributes));
  if (listener.text) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  if (listener.close) parser.on('closetag', ({ name }) => listener.close?.(localName(name)));

  let decoder: TextDecoder | null = null;
  unpackPart(bytes, entry, (piece, last) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decodePiece(decoder, piece, last, entry.name));
  });
  parser.close();
}

function decodePiece(decoder: TextDecoder, piece: Uint8Array, last: boolean, part: string): string {
  try {
    return decoder.decode(piece, { stream: !last });
  } catch {
    // fatal: bytes that aren't text in this encoding.
    throw damaged(part);
  }
}

const encodingOf = (start: Uint8Array): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/** An attribute by its local name, whatever its prefix: r:id, ns2:id. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

export const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';
