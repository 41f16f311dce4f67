import { foldTraditional, sameText } from '../sheet/text.ts';
import { remembered } from '../value/remembered.ts';
import { oneKeystrokeApart } from './code-look.ts';
import type { Customer, CustomerBook } from './knowledge.ts';

/** A name as it is compared, and without the words of its legal form. */
interface Name {
  readonly whole: string;
  readonly core: string;
}

interface Named {
  readonly customer: Customer;
  readonly names: readonly Name[];
}

const suggestedIn = new WeakMap<CustomerBook, (typed: string) => Customer | null>();

/**
 * The customer an unknown name most likely means, or null: the only one of that name but for its legal form (有限公司, Co., Ltd),
 * else the only one whose name is one keystroke away, else the only one whose name holds what was typed (永光五金 of
 * 宁波永光五金有限公司). Names that differ in a number are two customers: 分店1, 分店2. One unknown customer may have many orders:
 * he is looked for once per book.
 */
export function suggestCustomer(book: CustomerBook, typed: string): Customer | null {
  const suggested = suggestedIn.get(book) ?? remembered(suggesterOf(book));
  suggestedIn.set(book, suggested);
  return suggested(typed);
}

function suggesterOf({ customers }: CustomerBook): (typed: string) => Customer | null {
  const all = customers.map((customer): Named => {
    const names = [customer.name, customer.shortName ?? ''].map(nameOf);
    return { customer, names: names.filter(({ core }) => core !== '') };
  });
  return (typed) => {
    const said = nameOf(typed);
    return saysEnough(said.core) ? theOneAlike(all, said) : null;
  };
}

/** Looks through the whole book. */
function theOneAlike(all: readonly Named[], said: Name): Customer | null {
  for (const isAlike of ways) {
    const alike = all.filter(({ names }) => names.some((name) => isAlike(said, name)));
    if (alike.length > 0) return only(alike);
  }
  return null;
}

/** The surest first. */
const ways: readonly ((said: Name, name: Name) => boolean)[] = [
  (said, name) => said.core === name.core,
  (said, name) => isMistyped(said.whole, name.whole) || isMistyped(said.core, name.core),
  (said, name) => name.core.includes(said.core),
];

const only = ([first, second]: readonly Named[]): Customer | null => (first && !second ? first.customer : null);

/** Two Chinese characters or four letters: less is in every other name. */
const saysEnough = (said: string): boolean => /\p{Script=Han}.*\p{Script=Han}|\p{L}.*\p{L}.*\p{L}.*\p{L}/u.test(said);

/** Of two characters one is half the name: another name, not a slip. */
const isMistyped = (said: string, name: string): boolean =>
  said.length > 2 && name.length > 2 && digitsOf(said) === digitsOf(name) && oneKeystrokeApart(said, name);

const digitsOf = (name: string): string => name.replace(/\D/g, '');

const nameOf = (text: string): Name => ({ whole: sameText(text), core: sameText(withoutLegalForm(text)) });

/** A branch (分公司) is another customer than its house. */
const chineseForm = /(?:股份)?有限(?:责任)?公司$|(?<![分子总])公司$/;
const westernForm =
  /^(?:&|and|company|co|coltd|corp|corporation|ltd|limited|inc|incorporated|llc|llp|lp|plc|pty|pte|sdn|bhd|gmbh|ag|kg|bv|nv|sa|sas|sarl|srl|spa|ab|aps|oy)$/;

/** 杭州鑫达五金有限责任公司 is 杭州鑫达五金, "Blue Harbor Foods Co., Ltd." is "blue harbor foods"; '' where nothing else is said. */
function withoutLegalForm(text: string): string {
  const plain = foldTraditional(text.normalize('NFKC').toLowerCase().trim());
  const words = plain
    .replace(/\./g, '')
    .split(/[\s,()]+/)
    .filter((word) => word !== '');
  while (westernForm.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ').replace(chineseForm, '');
}
