import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../core/value/date.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import type { Client } from '../../core/wire/client.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import type { Clock } from '../../server/ports.ts';
import { hardware } from '../../server/samples/hardware.ts';
import type { WorkbookData } from '../host/interpreter/workbook-data.ts';
import { workbookFromXlsx } from '../host/workbook-from-xlsx.ts';
import { fillingDisk } from './filling-disk.ts';

/** The real server with the hardware company in a folder of its own, and the workbook its clerk works in. */
export interface Company {
  readonly url: string;
  readonly paneUrl: string;
  readonly folder: string;
  readonly workbook: WorkbookData;
  /** What the company's folder lies on. */
  readonly disk: { full: boolean };
  /** The API as one of the sample's users. */
  as(user: string): Promise<Client>;
  /** Ends the server as a power cut of the network would look from the pane; `comeBack` starts it over the same data. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** Ends the server for good; its folder goes. */
  close(): Promise<void>;
}

const builtPane = new URL('../../dist/pages/addin/pane.html', import.meta.url);

export async function openCompany(): Promise<Company> {
  if (!existsSync(builtPane)) throw new Error('The pages are not built: node scripts/setup.mjs --pages');
  const folder = await mkdtemp(join(tmpdir(), 'countersign-pane-'));
  const { disk, fileSystem } = fillingDisk();
  const start = (port: number) =>
    startServer({ port, dataFolder: join(folder, 'data'), samples: [hardware], clock: tickingClock(), fileSystem });
  let server: RunningServer | null = await start(0);
  const { url } = server;
  const sample = join(folder, '订单.xlsx');
  await writeFile(sample, new Uint8Array(await (await fetch(`${url}/samples/hardware.xlsx`)).arrayBuffer()));
  return {
    url,
    paneUrl: `${url}/addin/pane.html`,
    folder,
    workbook: await workbookFromXlsx(sample),
    disk,
    as: (user) => clientOf(url, user),
    async goAway() {
      await server?.close();
      server = null;
    },
    async comeBack() {
      server = await start(Number(new URL(url).port));
    },
    async close() {
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Friday 20 November 2026, ten o'clock in the company's town; a second passes each time somebody looks. */
function tickingClock(): Clock {
  let now = Date.parse('2026-11-20T02:00:00Z');
  return {
    now() {
      now += 1000;
      return new Date(now).toISOString() as Instant;
    },
  };
}

async function clientOf(url: string, user: string): Promise<Client> {
  let token: string | null = null;
  const client = createCheckedClient({
    fetch: (address, init) => fetch(address, init as RequestInit),
    baseUrl: url,
    token: () => token,
    locale: () => 'en',
  });
  ({ token } = await client.call('signInSample', { body: { company: hardware.id, user } }));
  return client;
}
