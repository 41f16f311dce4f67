import { bookKinds } from '../../../../core/check/knowledge.ts';
import { idInPath } from '../../../../core/history/id-in-path.ts';
import type { PublishedBook } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { Catalogue } from '../read/catalogue.ts';
import { documentFolders, folderOf } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { coverageOf } from '../rest/coverage.ts';
import type { Rest } from '../rest/rest.ts';
import { isRestDocument } from '../rest/rest-row.ts';
import { documentsIn, readEach } from './document-files.ts';
import { DocumentReader } from './document-reader.ts';
import { readDamages } from './set-aside.ts';

/** So many documents at once are put to rest while a whole folder is read, so that memory doesn't hold them all. */
const manyDocuments = 2_000;

interface Memory {
  readonly records: Records;
  readonly catalogue: Catalogue;
  readonly rest: Rest;
}

/**
 * Reads all documents of the data folder into the records that aren't at rest, and those that these need. A damaged one is set
 * aside, its previous generation takes its place when that is whole, and everything else is read as if nothing had happened.
 */
export async function readDocuments(disk: DurableDisk, { records, catalogue, rest }: Memory): Promise<void> {
  await readNewestBooks(disk, records);
  const reader = new DocumentReader(disk, records);
  const lately: string[] = [];
  for (const [group, listed] of await documentsByGroup(disk)) {
    const paths = coverageOf(records.resting, group, listed).sort((a, b) => compareNumbers(idInPath(a), idInPath(b)));
    for await (const { path, read } of readEach(disk, paths)) await reader.take(path, read);
    lately.push(...paths);
    if (lately.length >= manyDocuments) await rest.laying.layToRest(lately.splice(0));
  }
  for (const { document } of await readDamages(disk)) markUsed(records, idInPath(document));
  await wakeWhatIsNeeded(records, rest);
  catalogue.refresh(new Set(records.of('order').numbers()));
}

/** Paths by the part of the index they belong to, oldest first: "orders/2026-11/SO-202611-00042.json" to "2026-11". */
async function documentsByGroup(disk: DurableDisk): Promise<readonly (readonly [group: string, paths: string[]])[]> {
  const groups = new Map<string, string[]>();
  for (const folder of documentFolders) {
    if (folder === folderOf('book')) continue;
    const byGroup = Map.groupBy(await documentsIn(disk, folder), groupOfPath);
    for (const [group, ofGroup] of byGroup) groups.set(group, [...(groups.get(group) ?? []), ...ofGroup]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function groupOfPath(path: string): string {
  const folderEnd = path.indexOf('/');
  const monthEnd = path.indexOf('/', folderEnd + 1);
  const folder = path.slice(0, folderEnd);
  return monthEnd < 0 || folder === folderOf('answer') ? folder : path.slice(folderEnd + 1, monthEnd);
}

/**
 * Orders at rest that something in memory points at, as it would have kept them there; and goods that left after the count in
 * force, which may be an earlier one than when they were put to rest.
 */
async function wakeWhatIsNeeded(records: Records, rest: Rest): Promise<void> {
  const countedAt = records.demand.countedAt();
  const left = countedAt === null ? [] : records.resting.leftSince(Date.parse(countedAt));
  await rest.waking.attempt(() => {
    for (const { kind, id } of left) if (kind === 'shipment') records.of(kind).get(id as never);
  });
  const inMemory = [...records.documents.changed()].flatMap((path) => records.documents.get(path) ?? []);
  await rest.waking.wakeAround(inMemory.filter(isRestDocument));
}

/** Of each kind of book only the version in force; older ones stay on the disk for whoever asks why. */
async function readNewestBooks(disk: DurableDisk, records: Records): Promise<void> {
  const reader = new DocumentReader(disk, records);
  const paths = await documentsIn(disk, folderOf('book'));
  for (const kind of bookKinds) {
    const versions = paths
      .filter((path) => idInPath(path).startsWith(`${kind}-`))
      .sort(byVersion)
      .reverse();
    for (const path of versions) {
      for await (const { read } of readEach(disk, [path])) await reader.take(path, read);
      if (records.books.get(kind)) break;
    }
  }
}

/** A number stays used even if the document that bore it is gone. */
function markUsed(records: Records, id: string): void {
  const book = /^(prices|stock|customers)-(\d+)$/.exec(id);
  if (book) records.markBookVersionUsed(book[1] as PublishedBook['kind'], Number(book[2]));
  else records.markNumberUsed(id);
}

const versionIn = (path: string): number => Number(idInPath(path).split('-').at(-1));
const byVersion = (a: string, b: string): number => versionIn(a) - versionIn(b);
