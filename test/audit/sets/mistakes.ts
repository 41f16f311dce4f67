import type { Article, TypedRow } from './catalogue-orders.ts';
import type { Lot } from './draw.ts';

interface Typing {
  readonly row: TypedRow;
  readonly article: Article;
  readonly articles: readonly Article[];
  readonly lot: Lot;
  readonly today: string;
}

/** What a clerk does to a row, wrong or only unusual: one row, or two where it is pasted twice. */
type Mistake = (typing: Typing) => readonly TypedRow[];

const dated = (date: string, form: (year: string, month: string, day: string) => string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return form(year, month, day);
};
const widened = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const mistyped = (text: string, lot: Lot): string => {
  const at = lot.below(text.length);
  return `${text.slice(0, at)}${(Number(text[at]) + 1 + lot.below(8)) % 10 || 7}${text.slice(at + 1)}`;
};

export const mistakes: readonly Mistake[] = [
  // A price of his own, below or above the list.
  ({ row, article, lot }) => [{ ...row, price: Math.round(article.price * (88 + lot.below(12))) / 100 }],
  ({ row, article, lot }) => [{ ...row, price: article.price + 1 + lot.below(50) }],
  // 2 % off is his to grant.
  ({ row, article }) => [{ ...row, price: Math.round(article.price * 98) / 100 }],
  ({ row }) => [{ ...row, price: undefined }],
  ({ row }) => [{ ...row, price: 0 }],
  ({ row, article }) => [{ ...row, price: `￥${article.price.toLocaleString('en')}` }],
  ({ row, article }) => [{ ...row, price: `${article.price}元` }],
  // What he scans or types of the article.
  ({ row, article, lot }) => [
    { ...row, barcode: mistyped(article.barcode, lot), code: undefined, name: undefined, size: undefined },
  ],
  ({ row, article, lot }) => [{ ...row, barcode: mistyped(article.barcode, lot), code: article.code }],
  ({ row, article }) => [{ ...row, barcode: `0${article.barcode}`, code: undefined }],
  ({ row, article }) => [{ ...row, barcode: `'${article.barcode}` }],
  ({ row, article }) => [{ ...row, barcode: widened(article.barcode) }],
  ({ row, article, articles, lot }) => [{ ...row, code: article.code, barcode: lot.of(articles).barcode }],
  ({ row, article }) => [{ ...row, barcode: undefined, code: `${article.code}X` }],
  ({ row, article }) => [
    { ...row, barcode: undefined, code: article.code.replace('-', ''), name: article.name || undefined },
  ],
  ({ row, article }) => [
    { ...row, barcode: undefined, code: article.code.toLowerCase(), size: article.size || undefined },
  ],
  ({ row, article }) => [{ ...row, barcode: undefined, code: article.code, size: undefined, name: undefined }],
  ({ row }) => [{ ...row, barcode: undefined, code: undefined, name: undefined, size: undefined }],
  ({ row, article, articles, lot }) => [{ ...row, barcode: article.barcode, name: lot.of(articles).name || undefined }],
  ({ row, article }) => [
    { ...row, barcode: article.barcode, code: undefined, size: article.size === '42' ? '43' : '42' },
  ],
  // How many.
  ({ row }) => [{ ...row, quantity: undefined }],
  ({ row }) => [{ ...row, quantity: 0 }],
  ({ row }) => [{ ...row, quantity: -1 }],
  ({ row }) => [{ ...row, quantity: '待定' }],
  ({ row, lot }) => [{ ...row, quantity: widened(String(1 + lot.below(3))) }],
  ({ row, lot }) => [{ ...row, quantity: `${1 + lot.below(3)}双` }],
  ({ row, lot }) => [{ ...row, quantity: 8 + lot.below(20) }],
  // What it comes to.
  ({ row, lot }) => [{ ...row, amount: Number(row.quantity) * Number(row.price) + 1 + lot.below(9) }],
  // When.
  ({ row, lot, today }) => [{ ...row, due: dated(today, (year, month) => `${year}-${month}-0${1 + lot.below(9)}`) }],
  ({ row }) => [{ ...row, due: '2026-11-28' }],
  ({ row }) => [{ ...row, due: '2036-12-04' }],
  ({ row }) => [{ ...row, due: '等通知' }],
  ({ row }) => [{ ...row, due: '12月上旬' }],
  ({ row }) => [{ ...row, due: dated(row.due ?? '', (year, month, day) => `${year}.${Number(month)}.${Number(day)}`) }],
  ({ row }) => [
    { ...row, due: dated(row.due ?? '', (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`) },
  ],
  ({ row }) => [{ ...row, due: dated(row.due ?? '', (year, month, day) => `${year}${month}${day}`) }],
  ({ row }) => [{ ...row, shipped: '2026-11-27' }],
  // Twice.
  ({ row }) => [row, row],
  ({ row }) => [row, { ...row, customer: `${row.customer}（分店）` }],
];
