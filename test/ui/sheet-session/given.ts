import { vi } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { BookNeeded } from '../../../core/check/missing-books.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { type Client, ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import type { KnownOrder } from '../../../core/wire/known-orders.ts';
import type { PostResult } from '../../../core/wire/posting-views.ts';
import { openWorkbook } from '../../../desk/workbook/opened-workbook.ts';
import { choicesInStorage } from '../../../ui/sheet-session/choices-in-storage.ts';
import { checkSheets, withServerFindings } from '../../../ui/sheet-session/examine.ts';
import type { Examiner } from '../../../ui/sheet-session/examiner.ts';
import { booksInSheets, findInSheets } from '../../../ui/sheet-session/find.ts';
import { createOutbox, type KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';
import type { OrderFate } from '../../../ui/sheet-session/post-in-batches.ts';
import { createSheetSession, type SessionParts, type SheetSession } from '../../../ui/sheet-session/session.ts';
import { readyToPost } from '../../../ui/sheet-session/standing-of-orders.ts';
import { type Checked, isChecked } from '../../../ui/sheet-session/state.ts';

export const grid = (sheet: string, values: readonly (readonly CellValue[])[]): SheetOfFile => ({
  sheet,
  row: 0,
  column: 0,
  values,
});

const headings = ['订单号', '客户编码', '货号', '数量', '单价', '金额'];
const books = [
  grid('价目表', [
    ['货号', '品名', '标准单价'],
    ['F-50', '法兰', 12.5],
    ['B-10', '螺栓', 0.8],
  ]),
  grid('客户', [
    ['客户编码', '客户名称'],
    ['C1', '华东精密'],
    ['C2', '宁波港机'],
  ]),
  grid('库存', [
    ['货号', '现存量'],
    ['F-50', 1000],
    ['B-10', 9000],
  ]),
];
/** Three orders: 1001 is fine, 1002 has a wrong amount (F3, certain to fix), 1003 an unknown item. */
export const rows: readonly (readonly CellValue[])[] = [
  ['1001', 'C1', 'F-50', 10, 12.5, 125],
  ['1002', 'C2', 'B-10', 100, 0.8, 88],
  ['1003', 'C1', 'X-99', 1, 5, 5],
];
export const orderSheet = (cells = rows, formulas?: SheetOfFile['formulas']): SheetOfFile => ({
  ...grid('订单', [headings, ...cells]),
  ...(formulas && { formulas }),
});

const yardstick = { published: {}, today: '2026-11-21' as PlainDate, currency: 'CNY' };
export const examiner: Examiner = {
  find: async (sheets, choices) => findInSheets(sheets, choices, yardstick),
  check: async (sheets, choices) => checkSheets(sheets, choices, yardstick),
  books: async (sheets, choices) => booksInSheets(sheets, choices, yardstick),
  join: withServerFindings,
};

/** Once the server has said what it thinks of the check, or can't. */
export const settled = (session: SheetSession): Promise<void> =>
  vi.waitFor(() => {
    if (!isChecked(session.state) || session.state.asking) throw new Error('the server is still asked');
  });

export interface Sent {
  readonly requestKey: string | undefined;
  readonly keys: readonly (string | null)[];
  /** Orders with errors are to be kept as drafts. */
  readonly saveDraft?: string;
  /** Orders that may be changed. */
  readonly changes?: string;
}
export type Mood = 'answers' | 'away' | 'signed-out' | 'forbids';

type Asked = Pick<ParsedBatch, 'orders'>;

/**
 * A server that numbers what it is sent and remembers every call; `mood` is what it does with the next one, `knows` what
 * its own check finds, `lacks` the books it wants, `refuses` the orders it would not take, `holds` those it has, by their key.
 */
export function givenServer() {
  const sent: Sent[] = [];
  const asked: Asked[] = [];
  const server = {
    mood: 'answers' as Mood,
    sent,
    asked,
    knows: [] as readonly Finding[],
    lacks: [] as readonly BookNeeded[],
    refuses: [] as readonly (string | null)[],
    holds: {} as Readonly<Record<string, KnownOrder>>,
    client: {} as Client,
  };
  server.client = {
    async call(name: string, input: unknown) {
      if (name === 'check') {
        const { body } = input as { body: Asked };
        asked.push(body);
        if (server.mood === 'away') throw new ServerAway('away');
        if (server.mood === 'forbids') throw new ProblemAnswer(403, { code: 'permission.denied', message: 'no' });
        const turnedAway = body.orders.flatMap(({ key }, order) =>
          server.refuses.includes(key) ? [{ order, findings: server.knows }] : [],
        );
        return { findings: server.knows, missing: server.lacks, turnedAway } as never;
      }
      if (name === 'known') {
        if (server.mood === 'away') throw new ServerAway('away');
        const { body } = input as { body: Asked };
        const known = body.orders.flatMap(({ key }, order) => {
          const held = server.holds[key ?? ''];
          return held ? [{ order, ...held }] : [];
        });
        return { known } as never;
      }
      if (name !== 'postOrders') throw new Error(`unexpected call ${name}`);
      const { requestKey, body, query } = input as {
        requestKey?: string;
        body: { orders: { key: string | null }[] };
        query?: { saveDraft?: string; changes?: string };
      };
      const { saveDraft, changes } = query ?? {};
      const as = { ...(saveDraft !== undefined && { saveDraft }), ...(changes && { changes }) };
      sent.push({ requestKey, keys: body.orders.map(({ key }) => key), ...as });
      if (server.mood === 'away') throw new ServerAway('away');
      if (server.mood === 'signed-out') throw new ProblemAnswer(401, { code: 'session.none', message: 'sign in' });
      if (server.mood === 'forbids') throw new ProblemAnswer(403, { code: 'permission.denied', message: 'no' });
      const results = body.orders.map(
        ({ key }): PostResult => ({
          ...(saveDraft === 'true'
            ? { outcome: 'saved', status: 'draft' }
            : { outcome: 'posted', status: 'in-review' }),
          key,
          number: `SO-${key}`,
          findings: [],
        }),
      );
      return { results } as never;
    },
  };
  return server;
}

export function givenStorage(
  room = Number.POSITIVE_INFINITY,
): KeyValueStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

export function givenSession(
  options: {
    sheet?: SheetOfFile;
    others?: readonly SheetOfFile[];
    server?: ReturnType<typeof givenServer>;
    storage?: KeyValueStorage;
    answersWritten?: SessionParts['answersWritten'];
  } = {},
) {
  const { answersWritten } = options;
  const { sheet = orderSheet(), others = books, server = givenServer(), storage = givenStorage() } = options;
  const port = openWorkbook('orders.xlsx', [sheet, ...others]);
  const memory = choicesInStorage(storage);
  const outbox = createOutbox(storage, 'hardware/wang');
  let keys = 0;
  const newKey = () => `key-${outbox.entries().length}-${++keys}-${Math.random()}`;
  const statusWords = (fate: OrderFate) => ({ text: fate.outcome });
  const session = createSheetSession({
    port,
    examiner,
    client: server.client,
    outbox,
    newKey,
    statusWords,
    memory,
    ...(answersWritten && { answersWritten }),
  });
  return { session, port, server, outbox, storage };
}

/** The session as its last check left it. */
export function checked(session: SheetSession): Checked {
  if (!isChecked(session.state)) throw new Error(`the session is ${session.state.step}`);
  return session.state;
}
export const codes = (session: SheetSession) => checked(session).findings.map(({ code, cell }) => `${code} ${cell}`);
export const findingAt = (session: SheetSession, cell: string): Finding =>
  checked(session).findings.find((finding) => finding.cell === cell) as Finding;
export const ready = (session: SheetSession) => readyToPost(checked(session)).map(({ order }) => order.key);
