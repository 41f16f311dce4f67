import { rmSync } from 'node:fs';
import { median } from '../median.ts';
import type { Row } from '../row.ts';
import { amountOf, copyOf, storedOrders } from './folder/stored-orders.ts';
import { openOnce } from './open-once.ts';

const stored = 100_000;
const runs = 3;

/** Opening a folder of many closed and some open orders: the first time, with everything yet to be learnt, and after that. */
export async function* startUp(): AsyncGenerator<Row> {
  const amount = amountOf(stored);
  const what = `${stored.toLocaleString('en')} orders of which ${amount.open.toLocaleString('en')} open`;
  const folder = copyOf(storedOrders(amount));
  try {
    const rebuilt = openOnce(folder);
    yield {
      what: `first start, nothing indexed, ${what}`,
      value: rebuilt.ms / 1000,
      unit: 's',
      target: { atMost: 60 },
    };
    yield { what: 'peak memory of it', value: rebuilt.peakMegabytes, unit: 'MB' };
    const openings = Array.from({ length: runs }, () => openOnce(folder));
    const of = (measured: 'ms' | 'peakMegabytes' | 'megabytes'): number =>
      median(openings.map((each) => each[measured]));
    yield { what: `start-up, ${what}`, value: of('ms') / 1000, unit: 's', target: { atMost: 5 } };
    yield { what: 'peak memory of it', value: of('peakMegabytes'), unit: 'MB' };
    yield { what: 'memory when it is open', value: of('megabytes'), unit: 'MB' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
