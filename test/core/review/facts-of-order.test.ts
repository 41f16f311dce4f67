import { describe, expect, it, test } from 'vitest';
import type { PostedContent } from '../../../core/order/state.ts';
import { reviewFactsOf } from '../../../core/review/facts-of-order.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { checkedOrder, number } from '../order/sample-order.ts';
import { standardMoneyPolicy } from '../policy/standard-policies.ts';

const { lines, ...head } = checkedOrder();
const [checked] = lines;
if (checked === undefined) throw new Error('the sample order has no line');
const line = { ...checked, line: 1 };
const plain: PostedContent = { ...head, number: number(), orderKey: 'key', contentHash: 'hash', lines: [line] };
const order = (more: Partial<PostedContent> = {}): PostedContent => ({ ...plain, ...more });
const factsOf = (given: PostedContent) =>
  reviewFactsOf(given, [], { policy: standardMoneyPolicy, isCustomMade: (code) => code.startsWith('DIY-') });
const remarked = (...remarks: readonly string[]): PostedContent =>
  order({ lines: remarks.map((remark, index) => ({ ...line, line: index + 1, remark })) });

it('has nothing to say of an ordinary order', () => {
  expect(factsOf(order())).toMatchObject({
    amount: plain.total,
    customMade: [],
    certificates: [],
    legal: [],
    terms: null,
    commission: [],
  });
});

it('compares no amount of another currency with the limits', () => {
  expect(factsOf(order({ currency: 'EUR' })).amount).toBeNull();
});

it('names custom-made items once, and certificates with what they are for', () => {
  const lines = ['DIY-1', 'A-1', 'DIY-1'].map((itemCode, index) => ({ ...line, itemCode, line: index + 1 }));
  expect(factsOf(order({ lines })).customMade).toEqual(['DIY-1']);
  const certified = order({ lines: [{ ...line, itemCode: 'A-1', specialRequirements: '附材质证明' }] });
  expect(factsOf(certified).certificates).toEqual(['A-1: 附材质证明']);
});

describe('legal reads', () => {
  test.each([
    '按客户合同执行',
    '违约金每天0.5%',
    '依買方合約條款',
    "As per the customer's own contract",
    'late delivery: penalty 1 % a day',
    'subject to export control',
    '争议提交仲裁',
  ])('%s', (said) => {
    expect(factsOf(remarked(said, said)).legal).toEqual([said]);
  });
  it.each(['合同号 HT-2026-018', '按合同号发货', 'Contract no. 7', 'without penalty', '尽快发货'])(
    'nothing into %s',
    (said) => {
      expect(factsOf(remarked(said)).legal).toEqual([]);
    },
  );
  it('also what stands in the terms and the way of delivery', () => {
    const said = { paymentTerms: '按客户合同付款', deliveryMethod: '依客户条款' };
    expect(factsOf(order(said)).legal).toEqual(Object.values(said));
  });
});

describe('a commission is', () => {
  test.each(['佣金3%', '中间人佣金 500 元', 'Commission 2% to agent', '回扣', '佣金 0.5 %'])('%s', (said) => {
    expect(factsOf(remarked(said)).commission).toEqual([said]);
  });
  it.each(['无佣金', '佣金：无', 'no commission', 'commission: 0%', 'commissioning on site'])('not in %s', (said) => {
    expect(factsOf(remarked(said)).commission).toEqual([]);
  });
});

describe('payment terms', () => {
  const termsOf = (paymentTerms: string, customerClass?: string) => {
    const { customerClass: _own, ...customer } = order().customer;
    return factsOf(order({ paymentTerms, customer: { ...customer, ...(customerClass && { customerClass }) } })).terms;
  };
  const usual = (customerClass: string, prepaid: string, credit: string) => ({
    customerClass,
    prepaid: prepaid as Decimal,
    credit: credit as Decimal,
  });

  it('that trust him with more than his class, or ask less before, stand beside what is usual', () => {
    expect(termsOf('月结60天', 'B类')).toEqual({ asked: '月结60天', usual: usual('B', '0.3', '0') });
    expect(termsOf('款到发货', 'C')).toEqual({ asked: '款到发货', usual: usual('C', '0.5', '0') });
  });
  it('of somebody nobody has classed are compared with those of who is trusted least', () => {
    expect(termsOf('预付30%，余款发货前付清')).toMatchObject({ usual: usual('C', '0.5', '0') });
  });
  it('that are usual, stricter or unreadable are nobody’s question', () => {
    expect(termsOf('月结30天', 'A')).toBeNull();
    expect(termsOf('预付50%，余款发货前付清', 'B')).toBeNull();
    expect(termsOf('面议', 'B')).toBeNull();
  });
});
