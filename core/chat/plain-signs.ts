/**
 * A message with full-width signs plain and every dash and cross one sign. Sign for sign: what is found stands at the same place
 * in the message as it was pasted. The Chinese comma stays: it never groups digits.
 */
export const plainSigns = (message: string): string =>
  message
    .replace(/[\uff01-\uff0b\uff0d-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/[×✕✖✗]/g, 'x')
    .replace(/￥/g, '¥')
    .replace(/(?<=\d)。(?=\d)/g, '.');
