import { describe, expect, test } from 'vitest';
import { type SpokenOf, speaksOf } from '../../../core/review/spoken-of.ts';

const spoken: readonly [SpokenOf, string][] = [
  ['certificate', '随货附材质证书'],
  ['certificate', '須附檢驗報告'],
  ['certificate', 'CoC required'],
  ['certificate', '没有证书不收货'],
  ['certificate', '无检测报告，拒收'],
  ['certificate', '不能没有证书'],
  ['certificate', '证书无误后付款'],
  ['certificate', '证书不齐不付款'],
  ['certificate', 'no certificate, no payment'],
  ['certificate', 'no certificates, no payment'],
  ['certificate', 'not without a test report'],
  ['certificate', '无需合格证，但要材质证书'],
  ['legal', '逾期每日违约金 0.1%'],
  ['legal', '按客户合同执行'],
  ['legal', 'penalty of 2 % a week'],
  ['legal', 'your own terms apply'],
  ['commission', '另付佣金 3%'],
  ['commission', '返点2%'],
  ['commission', '含返佣'],
  ['commission', '給業務好處費'],
  ['commission', '好处费另计'],
  ['commission', 'kickback 2% to agent'],
  ['commission', 'Rebate of 3% at year end'],
  ['commission', '价格不含佣金，佣金另付3%'],
  ['commission', 'commission: 0.5%'],
];
const unspoken: readonly [SpokenOf, string][] = [
  ['certificate', '无需证书'],
  ['certificate', '不需要提供检测报告'],
  ['certificate', '證書：無'],
  ['certificate', 'no certificate needed'],
  ['certificate', 'test report not required'],
  ['certificate', '无需证书，不付佣金'],
  ['legal', '不接受违约金'],
  ['legal', '无违约金、罚款'],
  ['legal', 'without penalty'],
  ['legal', '合同号 HT-2026-11'],
  ['commission', 'commission-free'],
  ['commission', 'Commission free sale'],
  ['commission', 'free of commission'],
  ['commission', '不含佣金和返点'],
  ['commission', '没有返佣'],
  ['commission', '不支付任何好处费'],
  ['commission', '无返点'],
  ['commission', '单价不含税无返点'],
  ['commission', '佣金：0%'],
  ['commission', 'no commission or rebate'],
  ['commission', 'no penalty, no kickbacks'],
  ['commission', 'commissioning of the pump by the customer'],
];

describe("what an order's words speak of", () => {
  test.each(spoken)('%s: %s', (subject, text) => {
    expect(speaksOf(subject, text)).toBe(true);
  });
  test.each(unspoken)('no %s: %s', (subject, text) => {
    expect(speaksOf(subject, text)).toBe(false);
  });
});
