import { Command } from 'commander';
import type { PriorityPreviewView } from '../../core/wire/priority-preview.ts';
import type { Texts } from '../../locales/index.ts';
import { answered, type ConnectOptions, connect } from './connect.ts';
import { print, printJson, textsFor } from './terminal.ts';

interface PreviewOptions extends ConnectOptions {
  readonly sequence?: string;
}
type Law = PriorityPreviewView['laws'][number];
type Order = Law['orders'][number];

/** `policy preview-priority`: what each law would do with the orders that wait for goods (R23, R66); changes nothing. */
export const previewPriorityCommand = () =>
  new Command('preview-priority')
    .description('what each priority law would do with the orders that wait for goods; changes nothing')
    .option('--sequence <orders>', 'for the law given-sequence: order numbers, first served first, commas between')
    .action(preview);

async function preview(options: PreviewOptions): Promise<void> {
  const client = await connect(options, 'sales-manager');
  const query = options.sequence === undefined ? {} : { query: { sequence: options.sequence } };
  const shown = await answered(options, () => client.call('priorityPreview', query));
  if (options.json) return printJson(shown);
  const texts = textsFor(options);
  if (shown.notWaiting.length > 0) print(texts('cli:priority.not-waiting', { orders: shown.notWaiting.join(', ') }));
  for (const law of shown.laws) printLaw(law, law.law === shown.law, texts);
}

function printLaw(law: Law, inForce: boolean, texts: Texts): void {
  const { orders, filled, late, lateDays, unknown } = law;
  const name = texts(`policy:option.${law.law}`);
  print(
    `${inForce ? '*' : ' '} ${texts('cli:priority.law', { name, orders: orders.length, filled, late, lateDays, unknown })}`,
  );
  orders.forEach((order, index) => {
    print(`    ${index + 1}. ${order.order}  ${order.customer}  ${outcomeOf(order, texts)}${waited(order, texts)}`);
    for (const line of order.lines) {
      const later = line.later.map(({ on, quantity }) => texts('cli:priority.later', { quantity, on }));
      const unknown = line.unknown === '0' ? [] : [texts('cli:priority.unknown', { quantity: line.unknown })];
      const { itemCode, wanted, inTime, due = '–' } = line;
      print(
        `       ${[texts('cli:priority.line', { itemCode, wanted, inTime, due }), ...later, ...unknown].join('; ')}`,
      );
    }
  });
}

function outcomeOf({ lateDays }: Order, texts: Texts): string {
  if (lateDays === null) return texts('cli:priority.no-day');
  return lateDays === 0 ? texts('cli:priority.in-time') : texts('cli:priority.late', { days: lateDays });
}

const waited = ({ waitedTooLong }: Order, texts: Texts): string =>
  waitedTooLong ? `  (${texts('cli:priority.waited')})` : '';
