import { foldTraditional } from '../sheet/text.ts';

/** "A", "a", "A类", "Ａ級", "A级客户", "Class A": one class, however a book writes it; so are 經銷商, 经销客户 and Dealer. */
function plain(customerClass: string): string {
  const name = foldTraditional(customerClass.normalize('NFKC').trim().toLowerCase())
    .replace(/^(?:class|grade|level|tier)\s*(?=[a-z\d]$)/, '')
    .replace(/(?<=.)\s*(?:客户|customers?)$/, '')
    .replace(/(?<=.)\s*[类级等]+$|(?<=经销|批发|代理|分销|渠道)商$/, '');
  return inEnglish.get(name) ?? name;
}

/** A price list with English headings serves a customer list in Chinese as well. */
const inEnglish: ReadonlyMap<string, string> = new Map([
  ['经销', 'dealer'],
  ['dealers', 'dealer'],
  ['distributors', 'distributor'],
  ['批发', 'wholesale'],
  ['wholesaler', 'wholesale'],
  ['wholesalers', 'wholesale'],
  ['会员', 'member'],
  ['members', 'member'],
  ['零售', 'retail'],
]);

/** Two spellings of one class; an absent class is like no other. */
export const sameClass = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && plain(a) === plain(b);

/** Class A (R67): supplied before the countersigned copy is back. */
export const isClassA = (customerClass: string | undefined): boolean => sameClass(customerClass, 'A');

/** Pays what everybody pays. */
export const isRetail = (customerClass: string | undefined): boolean => sameClass(customerClass, 'retail');
