import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCodes } from '../../../core/check/codes.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { redacted } from '../../../core/check/redact.ts';
import { floorPrice } from '../../../core/check/rules/floor-price.ts';
import { margin } from '../../../core/check/rules/margin.ts';
import { locales } from '../../../core/policy/locale.ts';
import { describeFinding } from '../../../locales/describe.ts';
import { textsIn } from '../../../locales/index.ts';
import { checkWith, decimal } from './given.ts';

const figures = { floorPrice: decimal('9.8765'), cost: decimal('9.4321') };
const found = () =>
  checkWith([floorPrice, margin], [{ unitPrice: decimal('9.5') }], { items: [{ code: 'A-1', ...figures }] }).findings;

describe('a finding for somebody who may not see costs', () => {
  it('names place, item and who must agree, and nothing else', () => {
    const findings = found();
    expect(findings.map(({ code }) => code)).toEqual(['price.below-floor', 'price.low-margin']);
    expect(findings.map((finding) => redacted(finding, ['costs']))).toEqual(
      findings.map(({ code, data }) => ({
        code,
        severity: 'warning',
        sheet: 'Orders',
        cell: 'G2',
        row: 1,
        column: 6,
        order: '1',
        data: { item: 'A-1', role: data?.role, context: 'redacted' },
      })),
    );
  });

  it('keeps the file, where several are checked', () => {
    const [floor] = found() as [Finding];
    expect(redacted({ ...floor, file: 'orders.xlsx' }, ['costs']).file).toBe('orders.xlsx');
    expect(redacted(floor, ['costs'])).not.toHaveProperty('file');
  });

  it('says in each language what to do', () => {
    const [floor] = found().map((finding) => redacted(finding, ['costs']));
    expect(locales.map((locale) => floor && describeFinding(floor, textsIn(locale), locale).message)).toEqual([
      'A-1 的单价须写明理由，报销售经理批准。',
      'A-1 的單價須附理由，報業務經理核准。',
      'The price of A-1 must be approved, with a reason: Sales manager.',
    ]);
  });

  it('stays as it is for who may see them, and where it holds no secret', () => {
    for (const finding of found()) {
      expect(redacted(finding, ['credit'])).toBe(finding);
      expect(redacted(finding, [])).toBe(finding);
    }
    const [floor] = found() as [Finding];
    const open: Finding = { ...floor, code: 'price.not-list' };
    expect(redacted(open, ['costs', 'credit'])).toBe(open);
  });

  it('tells no figure, whatever a rule puts in', () => {
    const secretCodes = Object.entries(checkCodes).flatMap(([code, told]) =>
      'secret' in told ? [{ code: code as Finding['code'], secret: told.secret }] : [],
    );
    const secret = '31415.9';
    const shown = { kind: 'money', value: secret } as const;
    const place = { sheet: 'Orders', cell: 'G2', row: 1, column: 6 };
    fc.assert(
      fc.property(fc.constantFrom(...secretCodes), fc.string({ minLength: 1 }), (of, key) => {
        fc.pre(!['item', 'name', 'customer', 'role'].includes(key));
        const finding: Finding = {
          ...place,
          code: of.code,
          severity: 'warning',
          order: null,
          expected: shown,
          actual: shown,
          data: { [key]: secret },
          details: [{ code: 'stock.split', values: { on: shown } }] as never,
          fix: { ...place, value: Number(secret) },
          choices: [{ ...place, value: Number(secret), label: secret }],
        };
        expect(JSON.stringify(redacted(finding, [of.secret]))).not.toContain(secret);
      }),
    );
  });
});
