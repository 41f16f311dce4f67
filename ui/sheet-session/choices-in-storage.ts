import type { Choice } from '../../core/sheet/table.ts';
import { type ChoiceMemory, headingsOf, readChoices } from './choices.ts';
import type { FoundSheets } from './examiner.ts';
import type { KeyValueStorage } from './outbox.ts';

const storageKey = 'countersign.choices';
/** Sheets remembered on one device; the longest unused are forgotten first. */
const sheetsKept = 100;

/**
 * A file opened in the browser can't be written to, so what was chosen for it is kept on this device: sheet by sheet, known
 * again by the sheet's name and the headings of its tables. Nothing that stands below the headings is kept, and tomorrow's
 * file with the same sheet is understood as today's was.
 */
export function choicesInStorage(storage: KeyValueStorage): ChoiceMemory {
  const kept = (): Kept => parsed(storage.getItem(storageKey));
  /** What holds for this file alone, as crossed-out rows: tomorrow's may mean something else by them. */
  let ofFile: readonly Choice[] = [];
  let fingerprints: Promise<ReadonlyMap<string, string>> | null = null;
  const known = (asFound: () => Promise<FoundSheets>) => {
    fingerprints ??= asFound().then(fingerprintsOf);
    return fingerprints;
  };
  return {
    async recall(asFound) {
      const earlier = kept();
      if (Object.keys(earlier).length === 0) return ofFile;
      const ofSheets = [...(await known(asFound)).values()].flatMap((print) => readChoices(earlier[print]));
      return [...ofSheets, ...ofFile];
    },
    async keep(choices, asFound) {
      ofFile = choices.filter((choice) => !('sheet' in choice));
      const changed = kept();
      for (const [sheet, fingerprint] of await known(asFound)) {
        const own = choices.filter((choice) => 'sheet' in choice && choice.sheet === sheet);
        if (own.length === 0) continue;
        delete changed[fingerprint]; // the newest stand last
        changed[fingerprint] = own;
      }
      storage.setItem(storageKey, JSON.stringify(Object.fromEntries(Object.entries(changed).slice(-sheetsKept))));
    },
  };
}

/** By fingerprint, the longest unused first. */
type Kept = Record<string, unknown>;

/** By the name of the sheet. */
function fingerprintsOf({ tables, unknown }: FoundSheets): ReadonlyMap<string, string> {
  const headings = [
    ...tables.map((table) => ({ sheet: table.sheet, headings: headingsOf(table) })),
    ...unknown.map((table) => ({ sheet: table.sheet, headings: table.headings })),
  ];
  return new Map(
    [...Map.groupBy(headings, ({ sheet }) => sheet)].map(([sheet, own]) => [
      sheet,
      JSON.stringify([sheet, [...new Set(own.flatMap((table) => table.headings))].sort()]),
    ]),
  );
}

/** Whatever else the browser holds under this key is as good as nothing. */
function parsed(text: string | null): Kept {
  if (text === null) return {};
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Kept) : {};
  } catch {
    return {};
  }
}
