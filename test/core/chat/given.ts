import type { ChatKnowledge } from '../../../core/chat/read-chat.ts';
import type { Customer, CustomerBook, Item, PriceBook } from '../../../core/check/knowledge.ts';
import type { PlainDate } from '../../../core/value/date.ts';

const item = (code: string, name: string, more: Partial<Item> = {}): Item => ({
  code,
  name,
  unit: '个',
  discontinued: false,
  prices: [],
  ...more,
});
export const items = [
  item('F-50', '法兰'),
  item('B-10', '螺栓', { unit: '只', specification: 'M8x20' }),
  item('A-1', 'hex nut'),
  item('SF-50', '不锈钢法兰', { specification: 'DN50' }),
  item('SF-80', '不锈钢法兰', { specification: 'DN80' }),
  item('KD-1', '卡套'),
  item('KD-12', '卡套接头'),
  item('69012345', '垫片'),
  item('LS-3', '六角螺钉', { specification: 'M10×40 304 50支/盒' }),
  item('LS-4', '六角螺钉', { specification: 'M10×400 304 50支/盒' }),
];
export const prices: PriceBook = { source: { from: 'published' }, currency: 'CNY', items };
const customer = (code: string, name: string, shortName?: string): Customer => ({
  code,
  name,
  active: true,
  ...(shortName !== undefined && { shortName }),
});
export const customers: CustomerBook = {
  source: { from: 'published' },
  customers: [customer('C1', '华东精密机械有限公司', '华东精密'), customer('C2', '宁波港机')],
};
/** A Friday. */
export const known: ChatKnowledge = { prices, customers, today: '2026-11-20' as PlainDate };
