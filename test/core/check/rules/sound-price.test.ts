import { describe, expect, it } from 'vitest';
import { soundPrice } from '../../../../core/check/rules/sound-price.ts';
import { cells, check, checkWith, decimal, type Row } from '../given.ts';

const found = (...rows: Row[]) => checkWith([soundPrice], rows).findings;
const at = (unitPrice: string, more: Row = {}): Row => ({ unitPrice: decimal(unitPrice), ...more });

describe('sound price', () => {
  it('below zero is an error, nothing is a question, a cent is a price', () => {
    const findings = found(at('-1'), at('0'), at('0.01'), { unitPrice: undefined });
    expect(cells({ findings })).toEqual(['G2 price.negative', 'G3 price.zero']);
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(findings[0]?.actual).toEqual({ kind: 'money', value: '-1', currency: 'CNY' });
  });

  it('asks when the discount takes everything off', () => {
    expect(cells({ findings: found(at('10', { discount: decimal('1') })) })).toEqual(['G2 price.zero']);
  });

  it('offers the list price for a price of nothing, and says no more of it', () => {
    const { findings } = check([at('0')]);
    expect(findings).toMatchObject([{ code: 'price.zero', choices: [{ cell: 'G2', value: 10, label: '10' }] }]);
    expect(found(at('10', { discount: decimal('1') }))[0]).not.toHaveProperty('choices');
    expect(cells(check([at('-1')]))).toEqual(['G2 price.negative']);
  });

  it('offers no list price that may be another class’s', () => {
    const prices = [{ price: '10' }, { price: '8', customerClass: '批发' }];
    const offered = (customerClass: string) =>
      check([at('0')], { items: [{ code: 'A-1', prices }], customers: [{ customerClass }] }).findings[0]?.choices;
    expect(offered('批发')).toMatchObject([{ value: 8 }]);
    expect(offered('经销商')).toBeUndefined();
  });

  it('lets gifts be free, and only free', () => {
    expect(found(at('0', { gift: true }), at('10', { gift: true, discount: decimal('1') }))).toEqual([]);
    expect(cells({ findings: found(at('-1', { gift: true })) })).toEqual(['G2 price.negative']);
    expect(found(at('10', { gift: true }))).toMatchObject([
      {
        code: 'price.gift-priced',
        severity: 'error',
        actual: { value: '10' },
        choices: [{ cell: 'G2', value: 0, label: '0' }],
      },
    ]);
    expect(found(at('10', { gift: false }))).toEqual([]);
  });

  it('is sure of a gift whose amount is nothing', () => {
    const [finding] = found(at('10', { gift: true, amount: decimal('0') }));
    expect(finding?.fix).toMatchObject({ cell: 'G2', value: 0 });
    expect(finding).not.toHaveProperty('choices');
    expect(found(at('10', { gift: true, amount: decimal('20') }))[0]).not.toHaveProperty('fix');
  });
});
