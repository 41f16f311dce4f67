import { idInPath } from '../../../../core/history/id-in-path.ts';
import { allRecordKinds } from '../../../../core/record/registry.ts';
import type { Disagreement } from '../../kept-companies.ts';
import { partsOf } from '../../numbers.ts';
import { build } from '../connection/queries.ts';
import { keyText, textOf } from '../key-text.ts';
import type { Moment } from '../snapshot/moment.ts';
import { differences } from './facts.ts';

/** Rows in memory at once. */
const atOnce = 1_000;

/** The next number of a series comes after the highest that a record bears, or one that was lost before it came here. */
export async function seriesDifferences(moment: Moment): Promise<readonly Disagreement[]> {
  const highest = new Map<string, number>();
  const use = (number: string): void => {
    const parts = partsOf(number);
    if (parts !== null && parts.sequence > (highest.get(parts.series) ?? 0)) highest.set(parts.series, parts.sequence);
  };
  for (const { document } of await moment.all(build.selectFrom('lost').select('document')))
    use(idInPath(textOf(document)));
  const ofKind = build.selectFrom('records').select('number');
  for (const kind of allRecordKinds)
    for await (const rows of moment.pages(ofKind.where('kind', '=', kind), atOnce))
      for (const { number } of rows) use(textOf(number));
  const kept = await moment.all(build.selectFrom('series').selectAll());
  return differences(
    new Map(kept.map(({ name, last }) => [`series ${name}`, String(last)])),
    new Map(Array.from(highest, ([series, last]) => [`series ${keyText(series)}`, String(last)])),
  );
}
