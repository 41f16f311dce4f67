import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { CustomerBook, PriceBook, StockBook } from '../../../core/check/knowledge.ts';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { createCheckedClient } from '../../../core/wire/checked-client.ts';
import type { Client } from '../../../core/wire/client.ts';
import { UploadLimit } from '../../../server/app/attachments/upload-limit.ts';
import { Backups } from '../../../server/app/backups/backups.ts';
import { calendarOf } from '../../../server/app/calendar.ts';
import type { Company } from '../../../server/app/company.ts';
import { beginPolicy } from '../../../server/app/company-policy.ts';
import { Announcer } from '../../../server/app/live/announcer.ts';
import { PaperPress } from '../../../server/app/paper-press.ts';
import { nodeSecrets } from '../../../server/auth/secrets.ts';
import { BackupFolder } from '../../../server/backup/backup-folder.ts';
import { buildHttp } from '../../../server/http/build-http.ts';
import { OwnOrigins } from '../../../server/http/origins.ts';
import type { Account, Clock, Printer, Scratchpad } from '../../../server/ports.ts';
import { archiveWorkbook } from '../../../server/report/archive-workbook.ts';
import { MemoryScratchpad } from '../../../server/store/embedded/memory-scratchpad.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { PretendPrinter } from './pretend-printer.ts';

/** The server as the API's tests meet it: real store in a folder of its own, real HTTP layer, a clock that can be set. */
export interface Office {
  readonly app: FastifyInstance;
  readonly companies: ReadonlyMap<string, Company>;
  readonly printer: PretendPrinter;
  /** Lines of the server's log. */
  readonly log: readonly string[];
  /** A millisecond passes each time somebody looks. */
  readonly time: { now: Instant };
  /** A client signed in as the user of that name (users are called by their role). */
  as(user: Role, options?: { company?: string; locale?: string }): Promise<Client>;
  tokenOf(user: Role, company?: string): Promise<string>;
  /** What the server does every few seconds. */
  round(): void;
  close(): Promise<void>;
}

/** What a user of the office may send in a day that no command names. */
export const mostUnnamedBytes = 1_000_000;
export const ownHost = '127.0.0.1:4820';
const users: readonly Role[] = [
  'order-desk',
  'order-desk-head',
  'sales',
  'sales-manager',
  'warehouse',
  'shipper',
  'finance-clerk',
  'archivist',
];

/** Two companies, `hengxin` with books and `empty` without. */
export async function openOffice(options: { printer?: Printer } = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-api-'));
  const time = { now: '2026-11-21T02:00:00.000Z' as Instant };
  const clock: Clock = {
    now() {
      time.now = new Date(Date.parse(time.now) + 1).toISOString() as Instant;
      return time.now;
    },
  };
  const printer = new PretendPrinter();
  const log: string[] = [];
  const companies = new Map<string, Company>();
  const scratchpad = new MemoryScratchpad(clock);
  for (const id of ['hengxin', 'empty'])
    companies.set(id, await openTestCompany(id, join(folder, id), clock, options.printer ?? printer, scratchpad));
  const origins = new OwnOrigins();
  origins.set([`http://${ownHost}`, 'http://localhost:4820'], 'https://localhost:4821');
  const rounds: (() => void)[] = [];
  const announcer = new Announcer({
    clock,
    every: (_, action) => {
      rounds.push(action);
      return () => undefined;
    },
    onFault: (fault) => log.push(String(fault)),
  });
  const app = await buildHttp({
    companies: {
      get: async (id) => companies.get(id) ?? null,
      all: async () => [...companies.values()],
    },
    scratchpad,
    makeCompany: () => Promise.reject(new Error('this office starts no company')),
    clock,
    secrets: nodeSecrets,
    logger: { level: 'warn', stream: { write: (line: string) => log.push(line) } },
    version: '0.0.0-test',
    origins,
    announcer,
    pages: {
      pagesFolder: join(folder, 'no-pages'),
      manifestFile: 'manifest.xml',
    },
  });
  const tokenOf = async (user: Role, company = 'hengxin') => {
    const answer = await anonymous(app).call('signInSample', { body: { company, user } });
    return answer.token;
  };
  return {
    app,
    companies,
    printer,
    log,
    time,
    tokenOf,
    as: async (user, { company, locale } = {}) => clientOf(app, await tokenOf(user, company), locale),
    round: () => {
      for (const action of rounds) action();
    },
    async close() {
      await app.close();
      for (const { press, store } of companies.values()) {
        await press.close();
        await store.close();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const anonymous = (app: FastifyInstance): Client => clientOf(app, null);

/** The product's own client over inject: what tests send is what the screens send. */
export function clientOf(app: FastifyInstance, token: string | null, locale = 'en'): Client {
  return createCheckedClient({
    baseUrl: '',
    token: () => token,
    locale: () => locale,
    fetch: async (url, { method, headers, body }) => {
      const response = await app.inject({
        method: method as 'GET',
        url,
        headers: { host: ownHost, ...headers },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
      });
      return {
        ok: response.statusCode < 300,
        status: response.statusCode,
        headers: { get: (name) => String(response.headers[name] ?? '') || null },
        json: async () => response.json(),
        arrayBuffer: async () => new Uint8Array(response.rawPayload).buffer,
      };
    },
  });
}

async function openTestCompany(
  id: string,
  folder: string,
  clock: Clock,
  printer: Printer,
  scratchpad: Scratchpad,
): Promise<Company> {
  const store = await openEmbeddedStore({ folder, clock });
  await store.accounts.saveProfile(profile);
  await beginPolicy(store.accounts, clock.now());
  for (const role of users) await store.accounts.saveUser(userOf(role));
  if (id === 'hengxin') {
    const at = clock.now();
    const published = { version: 1, at, by: 'test' } as const;
    await store.transact({
      locks: ['books'],
      load: {},
      decide: () => ({
        append: [
          { stream: 'book', book: { kind: 'prices', ...published, content: books.prices } },
          { stream: 'book', book: { kind: 'stock', ...published, content: books.stock } },
          { stream: 'book', book: { kind: 'customers', ...published, content: books.customers } },
        ],
        answer: null,
      }),
    });
  }
  const press = new PaperPress({ store, printer, clock, onFault: () => undefined });
  await press.begin();
  const placeAt = (place: string) => new BackupFolder(place);
  const backups = new Backups({ company: id, store, clock, placeAt, onFault: () => undefined });
  return {
    id,
    sample: true,
    store,
    printer,
    press,
    reportWriter: archiveWorkbook,
    uploads: new UploadLimit(id, scratchpad, clock, mostUnnamedBytes),
    calendar: calendarOf(clock),
    secrets: nodeSecrets,
    backups,
    backupFolder: null,
  };
}

const userOf = (role: Role): Account => ({ id: role, name: role, roles: [role], locale: 'zh-Hans' });

const profile: CompanyProfile = {
  name: '恒鑫五金有限公司',
  address: '宁波市江北区环城北路1号',
  phone: '0574-0000 0000',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
};
const source = { from: 'published', version: 1, asOf: '2026-11-21T00:30:00.000Z' } as const;
const item = (code: string, name: string, price: string, cost: string) => ({
  code,
  name,
  unit: '件',
  discontinued: false,
  cost,
  prices: [{ price, minimumQuantity: '1' }],
});
const prices = {
  source,
  currency: 'CNY',
  items: [item('F-50', '不锈钢法兰', '12.5', '0.8123'), item('B-08', '外六角螺栓', '0.85', '0.4123')],
} as unknown as PriceBook;
const stock = {
  source,
  lines: [
    { itemCode: 'F-50', onHand: '100', inbound: '0' },
    { itemCode: 'B-08', onHand: '5000', inbound: '0' },
  ],
} as unknown as StockBook;
const customers: CustomerBook = {
  source: source as unknown as CustomerBook['source'],
  customers: [
    {
      code: 'C001',
      name: '华东精密机械有限公司',
      customerClass: 'B',
      active: true,
      creditLimit: '70001' as Decimal,
    },
    { code: 'C002', name: '甬江设备厂', customerClass: 'A', active: true },
  ],
};

/** What the office's orders are checked against. */
export const books = { prices, stock, customers };
