import { median } from '../median.ts';
import type { Row } from '../row.ts';
import { peersAreInstalled } from './installed-peers.ts';
import { type SubjectKind, type SubjectProcess, startSubject } from './subjects/subject-process.ts';

/** How many orders are stored already; json-server's file is written anew with each order, so it stays at the least. */
const [few, some, many, most] = [100, 5000, 20_000, 200_000] as const;
const measured: readonly (readonly [SubjectKind, number])[] = [
  ['embedded', few],
  ['embedded', some],
  ['embedded', many],
  ['embedded', most],
  ['raw-sqlite', many],
  ['json-server', some],
  ['lowdb-file', some],
];
const clientCounts = [1, 32] as const;
const rounds = 7;
const roundMs = 1000;

/**
 * New orders a second, each answered when it is on the disk. All subjects are open at once and take turns, a second each, so
 * that a machine that is busy for a while is busy for all of them; the medians are compared.
 */
export async function* acceptedOrders(): AsyncGenerator<Row> {
  const peers = peersAreInstalled();
  const subjects = new Map<string, SubjectProcess>();
  try {
    for (const [kind, stored] of measured)
      if (peers || kind !== 'json-server') subjects.set(nameOf(kind, stored), await startSubject(kind, stored));
    for (const clients of clientCounts) yield* compared(clients, await perSecond(subjects, clients));
  } finally {
    for (const subject of subjects.values()) await subject.close();
  }
  if (!peers) yield { what: 'orders a second ÷ json-server’s', notRun: 'npm install in bench/peers was not run' };
}

const nameOf = (kind: SubjectKind, stored: number): string => `${kind}, ${stored.toLocaleString('en')} stored`;

type Rates = ReadonlyMap<string, number>;

async function perSecond(subjects: ReadonlyMap<string, SubjectProcess>, clients: number): Promise<Rates> {
  const rates = new Map<string, number[]>();
  for (let round = -1; round < rounds; round += 1)
    for (const [name, subject] of subjects) {
      const { orders, ms } = await subject.postFor(clients, roundMs);
      // The first round warms up.
      if (round >= 0) rates.set(name, [...(rates.get(name) ?? []), (orders * 1000) / ms]);
    }
  return new Map([...rates].map(([name, each]) => [name, median(each)]));
}

function* compared(clients: 1 | 32, rates: Rates): Generator<Row> {
  const by = clients === 1 ? 'one client' : `${clients} clients`;
  for (const [name, value] of rates) yield { what: `accepted orders, ${by}: ${name}`, value, unit: '/s' };
  const ratio = (what: string, of: string, to: string) => {
    const [one, other] = [rates.get(of) ?? Number.NaN, rates.get(to) ?? Number.NaN];
    return { what: `${what}, ${by}`, value: one / other, unit: '×', from: `${shown(one)} ÷ ${shown(other)}` } as const;
  };
  const ours = (stored: number) => nameOf('embedded', stored);
  yield { ...ratio('orders a second, 100 ÷ 20,000 stored', ours(few), ours(many)), target: { atMost: 1.3 } };
  yield ratio('orders a second, 100 ÷ 200,000 stored', ours(few), ours(most));
  const server = nameOf('json-server', some);
  if (rates.has(server))
    yield { ...ratio('orders a second ÷ json-server’s, 5,000 stored', ours(some), server), target: { atLeast: 50 } };
  yield ratio('orders a second ÷ lowdb’s JSONFile, 5,000 stored', ours(some), nameOf('lowdb-file', some));
  const sqlite = ratio('raw SQLite’s orders a second ÷ ours, 20,000 stored', nameOf('raw-sqlite', many), ours(many));
  yield { ...sqlite, target: { atMost: clients === 1 ? 6 : 3 } };
}

const shown = (rate: number): string => `${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
