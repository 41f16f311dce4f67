import type { Finding } from '../core/check/finding.ts';
import type { Locale } from '../core/policy/locale.ts';
import type { ParsedOrder } from '../core/sheet/parsed-order.ts';
import type { OrderView } from '../core/wire/order-views.ts';
import { show } from './describe.ts';
import type { Texts } from './index.ts';
import { itemOf, quantityOf, questionsTo } from './reply-questions.ts';

/** The language a customer is written to: the clerk's where both are Chinese, English where his name isn't Chinese. */
export function languageOfCustomer(name: string | undefined, clerks: Locale): Locale {
  if (name === undefined) return clerks;
  if (!/\p{Script=Han}/u.test(name)) return 'en';
  return clerks === 'en' ? 'zh-Hans' : clerks;
}

type Posted = Pick<OrderView, 'key' | 'number'> & {
  readonly lines: readonly Pick<
    OrderView['lines'][number],
    'itemCode' | 'itemName' | 'quantity' | 'unit' | 'promised' | 'postponed'
  >[];
};

/** What the customer is told of an order that was taken: what he gets, by when, and the number to ask by. */
export function replyToPosted({ key, number, lines }: Posted, texts: Texts, locale: Locale): string {
  return [
    texts('documents:reply.taken', { order: nameOf(key, texts), number }),
    ...lines.map((line) => {
      const on = line.postponed ?? line.promised;
      const said = { item: itemOf(line), quantity: show(quantityOf(line), locale) };
      return on === undefined
        ? texts('documents:reply.line', said)
        : texts('documents:reply.line-promised', { ...said, on: show({ kind: 'date', value: on }, locale) });
    }),
    ...(lines.some(({ promised, postponed }) => promised === undefined && postponed === undefined)
      ? [texts('documents:reply.date-follows')]
      : []),
  ].join('\n');
}

/** What the customer is asked before his order can be taken; what is ours to mend isn't told. */
export function replyToOpen(
  { key, lines }: Pick<ParsedOrder, 'key' | 'lines'>,
  findings: readonly Finding[],
  texts: Texts,
  locale: Locale,
): string {
  const questions = questionsTo(lines, findings, texts, locale);
  const order = nameOf(key, texts);
  if (questions.length === 0) return texts('documents:reply.being-checked', { order });
  return [texts('documents:reply.asked', { order }), ...new Set(questions)].join('\n');
}

const nameOf = (key: string | null, texts: Texts): string => (key ? texts('documents:reply.order', { key }) : '');
