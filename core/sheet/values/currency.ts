const marks =
  /us\$|hk\$|nt\$|(?<![a-z])(?:usd|eur|hkd|twd|ntd|jpy|gbp|rmb|cny|sgd|aud|cad)(?![a-z])|美元|美金|[欧歐]元|港[币幣元]|新?[台臺][币幣]|日[元圓]|英[镑鎊]|人民[币幣]|[¥$€£]/i;

/** The currency a text speaks of, as it is written there; which one $ means depends on the house. 元 alone says none. */
export const currencyIn = (text: string): string | null => marks.exec(text.normalize('NFKC'))?.[0] ?? null;

/** Windows' numbers for places whose $ or ¥ is then no other's. */
const dollars: Readonly<Record<string, string>> = {
  '409': 'USD',
  '404': 'TWD',
  c04: 'HKD',
  '1404': 'MOP',
  '1004': 'SGD',
  '4809': 'SGD',
  c09: 'AUD',
  '1009': 'CAD',
  '1409': 'NZD',
};
const yen: Readonly<Record<string, string>> = { '411': 'JPY', '804': 'CNY', '478': 'CNY' };

/**
 * The currency a number format shows: [$NT$-404], [$$-409], "¥"#,##0.00, [$EUR] 0.00, $#,##0. A bare ¥ is Excel's own format
 * 5 to 8, which shows the currency of whoever looks: it says nothing.
 */
export function currencyOfFormat(format: string): string | null {
  if (!/["\\![$]/.test(format)) return null;
  const symbol = /\[\$([^\]-]+)(?:-([0-9a-f]+))?\]/i.exec(format);
  if (symbol) {
    const [, sign = '', place = ''] = symbol;
    const here = place.toLowerCase().replace(/^0+/, '').slice(-4).replace(/^0+/, '');
    const table = sign.trim() === '$' ? dollars : /^[¥￥]$/.test(sign.trim()) ? yen : {};
    return table[here] ?? currencyIn(sign);
  }
  const literals = [...format.matchAll(/"([^"]*)"|[\\!](.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? '');
  const bare = format.replace(/"[^"]*"|[\\!].|\[[^\]]*\]/g, '');
  return currencyIn(literals.join(' ')) ?? (bare.includes('$') ? '$' : null);
}
