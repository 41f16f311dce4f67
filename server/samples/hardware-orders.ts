import { addDays, type PlainDate, weekday } from '../../core/value/date.ts';
import { type HardwareItem, hardwareCustomers, hardwareItems } from './hardware-data.ts';

/** A row as the clerk typed it; `amount` only where she overtyped the formula. */
export interface HardwareRow {
  readonly orderKey: string;
  readonly customer: string;
  readonly orderDate: PlainDate;
  readonly itemCode: string;
  readonly itemName: string;
  readonly specification: string;
  readonly unit: string;
  readonly quantity: number | string | null;
  readonly unitPrice: number;
  readonly amount?: number;
  readonly dueDate: PlainDate | string;
  readonly remark: string;
}

/** A small linear congruential generator: the same sheet for the same day, everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** The next working day from `date` on: nobody promises goods for a Sunday. */
const workday = (date: PlainDate): PlainDate => (weekday(date) > 5 ? workday(addDays(date, 1)) : date);
const priceFor = (item: HardwareItem, quantity: number) => (quantity >= item.breakFrom ? item.breakPrice : item.price);

/** "1121-07": another day's sheet holds other orders, so that yesterday's trial doesn't stand in the way of today's. */
const keyOf = (today: PlainDate, order: number) =>
  `${today.slice(5, 7)}${today.slice(8)}-${String(order).padStart(2, '0')}`;

/** 24 orders of the days up to `today`, clean, at list prices; stock is touched but not exhausted. */
function cleanRows(today: PlainDate): HardwareRow[] {
  const roll = dice(20_261_121);
  const sellable = hardwareItems.filter((item) => !item.discontinued);
  const rows: HardwareRow[] = [];
  for (let order = 0; order < 24; order += 1) {
    const customer = hardwareCustomers[(order * 5) % hardwareCustomers.length];
    if (!customer) throw new Error('the sample has no customers');
    const orderDate = addDays(today, -Math.floor((23 - order) / 6));
    const first = roll(sellable.length);
    const lines = 2 + roll(4);
    for (let line = 0; line < lines; line += 1) {
      // Steps of 7 through the list: an order never names an item twice by chance.
      const item = sellable[(first + line * 7) % sellable.length];
      if (!item) throw new Error('the sample has no items');
      const quantity = Math.max(2, Math.round((item.onHand * (1 + roll(5))) / 100));
      rows.push({
        orderKey: keyOf(today, order + 1),
        customer: customer.name,
        orderDate,
        itemCode: item.code,
        itemName: item.name,
        specification: item.specification,
        unit: item.unit,
        quantity,
        unitPrice: priceFor(item, quantity),
        dueDate: workday(addDays(today, 7 + roll(14))),
        remark: line === 0 && order % 6 === 2 ? '分层打托，贴客户标签' : '',
      });
    }
  }
  return rows;
}

/** The order sheet: clean rows with one example of each thing that goes wrong in an office, wrong on purpose. */
export function hardwareRows(today: PlainDate): readonly HardwareRow[] {
  const rows = cleanRows(today);
  const spoil = (order: number, line: number, change: Partial<HardwareRow>) => {
    const orderKey = keyOf(today, order);
    const index = rows.findIndex((row) => row.orderKey === orderKey) + line;
    const row = rows[index];
    if (!row || row.orderKey !== orderKey) throw new Error(`the sample has no line ${line} in order ${orderKey}`);
    rows[index] = { ...row, ...change };
  };
  const item = (code: string) => {
    const found = hardwareItems.find((candidate) => candidate.code === code);
    if (!found) throw new Error(`the sample has no item ${code}`);
    return {
      itemCode: found.code,
      itemName: found.name,
      specification: found.specification,
      unit: found.unit,
      unitPrice: found.price,
    };
  };
  spoil(3, 1, {
    unitPrice: 11.8,
    itemCode: 'LM001',
    itemName: '六角螺母',
    specification: 'M6 304 200只/盒',
    unit: '盒',
    quantity: 30,
  });
  for (const line of [0, 1]) spoil(5, line, { customer: '绍兴柯乔建材经营部' });
  spoil(7, 1, { ...item('DJ009'), quantity: 4 });
  spoil(9, 0, { ...item('QF002'), itemCode: 'QF02', quantity: 80 });
  spoil(11, 1, { ...item('HY001'), quantity: 60, amount: 880 });
  spoil(13, 0, { dueDate: addDays(today, -5) });
  spoil(15, 1, { quantity: null });
  spoil(17, 0, { quantity: '待定' });
  spoil(19, 1, { dueDate: '等通知' });
  // More than the shelf holds: the last of these wait for each other.
  spoil(20, 0, { ...item('QF004'), quantity: 40 });
  spoil(22, 0, { ...item('QF004'), quantity: 35 });
  const repeated = rows.find((row) => row.orderKey === keyOf(today, 21));
  if (!repeated) throw new Error('the sample has no order to repeat a line of');
  rows.splice(rows.indexOf(repeated) + 1, 0, repeated);
  return rows;
}
