import { createHash } from 'node:crypto';
import { type Zippable, zip } from 'fflate';
import type { Locale } from '../../core/policy/locale.ts';
import type { Month } from '../../core/value/date.ts';
import type { OrderWithRecords, PaperRecord } from '../ports.ts';
import { attachedBytes, attachmentsIn } from './attachments/read-attachment.ts';
import type { Caller } from './company.ts';
import { monthReport, reportPdf, reportWorkbook } from './month-report.ts';

interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The month's package (X7): report, workbook, every paper issued in the month, every file its orders came with, and the SHA-256 of each: `manifest.json` for
 * programs, `SHA256SUMS` for `sha256sum -c`. Readable without this program. A paper that can't be printed fails the whole:
 * a package that lacks papers must not look like one that is complete.
 * @throws PaperNotPrinted
 */
export async function archivePackage(caller: Caller, month: Month, locale?: Locale): Promise<Uint8Array> {
  const { orders, records } = await caller.company.store.read.month(month);
  const papers = await papersOf(caller, records.paper);
  // After the papers: the report lists those that are filed.
  const report = await monthReport(caller, month);
  const files: PackedFile[] = [
    { name: `archive-report-${month}.pdf`, bytes: await reportPdf(caller, report, locale) },
    { name: `archive-report-${month}.xlsx`, bytes: await reportWorkbook(caller, report, locale) },
    ...papers,
    ...(await filesOf(caller, orders)),
  ];
  const sums = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const manifest = {
    format: 'countersign-archive-1',
    company: caller.profile.name,
    month,
    createdAt: caller.moment.at,
    createdBy: caller.user.name,
    files: sums,
  };
  const text = new TextEncoder();
  return zipped(caller, [
    { name: 'manifest.json', bytes: text.encode(`${JSON.stringify(manifest, null, 2)}\n`) },
    { name: 'SHA256SUMS', bytes: text.encode(sums.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join('')) },
    ...files,
  ]);
}

async function papersOf({ company }: Caller, papers: readonly PaperRecord[]): Promise<readonly PackedFile[]> {
  const files: PackedFile[] = [];
  for (const { state } of papers) {
    const bytes = await company.press.pdf(state.paper);
    if (bytes) files.push({ name: `papers/${state.paper}.pdf`, bytes });
  }
  return files;
}

/** What the customers sent and signed, by order or, of receipts, by shipment; each once. */
async function filesOf(caller: Caller, orders: readonly OrderWithRecords[]): Promise<readonly PackedFile[]> {
  const files = new Map<string, PackedFile>();
  for (const order of orders)
    for (const attachment of attachmentsIn(order)) {
      const { kind, file, shipment } = attachment;
      // Copies noted before files were kept are a hash and a name, and so are files of destroyed orders.
      if (file.mediaType === undefined) continue;
      const folder = shipment ?? order.order.state.number;
      // The kind keeps two apart, the hash two of one name.
      const name = `attachments/${folder}/${kind}-${file.sha256.slice(0, 8)}-${file.name}`;
      if (!files.has(name)) files.set(name, { name, bytes: await attachedBytes(caller, attachment) });
    }
  return [...files.values()];
}

function zipped({ moment }: Caller, files: readonly PackedFile[]): Promise<Uint8Array> {
  // PDF and xlsx are compressed already. ZIP dates begin in 1980.
  const entries: Zippable = Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { level: 0 }]]));
  return new Promise((resolve, reject) => {
    zip(entries, { mtime: moment.at }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
