import type { MediaType } from './attachment.ts';

/** The first is appended to a name that has none of them. */
const extensions: { readonly [Type in MediaType]: readonly [string, ...string[]] } = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};
/** Characters; with its extension a name still fits any file system, three bytes each. */
const longest = 80;
/** Names that Windows keeps for devices, whatever their extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name for a file whose content is of this type, safe on every disk and in every header: without folders, signs that
 * nobody sees or that Windows forbids, and with the extension of what it is. Cleaning it again changes nothing.
 */
export function cleanName(name: string, type: MediaType): string {
  const plain = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(unsafe, ' ').replace(/\s+/g, ' ');
  const [usual] = extensions[type];
  const at = plain.lastIndexOf('.');
  const ending = plain
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const isItsOwn = at >= 0 && extensions[type].includes(ending);
  const stem = trimmed([...trimmed(isItsOwn ? plain.slice(0, at) : plain)].slice(0, longest).join(''));
  const safe = stem === '' ? 'file' : device.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem;
  return `${safe}.${isItsOwn ? ending : usual}`;
}

const unsafe = /[\p{C}<>:"|?*]/gu;
/** Neither hidden by a leading point nor cut by Windows at a trailing one. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '');
