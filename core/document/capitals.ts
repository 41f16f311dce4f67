import Nzh from 'nzh';
import { absolute, type Decimal, fixed, isNegative } from '../value/decimal.ts';

/** Simplified and traditional capitals; English papers of RMB orders carry the simplified ones. */
export type CapitalScript = 'zh-Hans' | 'zh-Hant';

const scripts = {
  'zh-Hans': { digits: Nzh.cn, yuan: '元', jiao: '角', fen: '分', whole: '整', zero: '零', minus: '负' },
  'zh-Hant': { digits: Nzh.hk, yuan: '元', jiao: '角', fen: '分', whole: '整', zero: '零', minus: '負' },
} as const;

/**
 * An RMB amount in capitals (X6, docs/policy.md "Money and tax"): 16409.02 → 壹万陆仟肆佰零玖元零贰分. Rounded to 分.
 * 整 always after 元 and 角, never after 分. Where 元 is a zero and 角 isn't, the rule book leaves 零 to the writer; we
 * write it (107000.53 → 壹拾万柒仟元零伍角叁分): nothing can be squeezed in between.
 */
export function rmbCapitals(amount: Decimal, script: CapitalScript = 'zh-Hans'): string {
  const { digits, yuan, jiao, fen, whole, zero, minus } = scripts[script];
  const [integer = '0', fraction = '00'] = fixed(absolute(amount), 2).split('.');
  const [tenths = '0', hundredths = '0'] = fraction;
  const hasYuan = integer !== '0';
  if (!hasYuan && fraction === '00') return zero + yuan + whole;

  let text = hasYuan ? digits.encodeB(integer) + yuan : '';
  const gapBeforeJiao = integer.endsWith('0') && tenths !== '0';
  const gapBeforeFen = tenths === '0' && hundredths !== '0';
  if (hasYuan && (gapBeforeJiao || gapBeforeFen)) text += zero;
  if (tenths !== '0') text += digits.encodeB(tenths) + jiao;
  text += hundredths === '0' ? whole : digits.encodeB(hundredths) + fen;
  return (isNegative(amount) ? minus : '') + text;
}
