/** What a size is made of: numbers with what stands before and behind them, sizes of clothes, words. */
export type SizePart = SizeNumber | { readonly kind: 'word'; readonly text: string };

export interface SizeNumber {
  readonly kind: 'number';
  /** m of M8, dn of DN50; empty where none stands there. */
  readonly prefix: string;
  /** In one spelling: "40" for 40.0, "1+1/2", "3-5". */
  readonly text: string;
  /** mm, l, 号, 支; empty where nothing is said. */
  readonly unit: string;
  /** One of several measures: 100×200. */
  readonly isOneOfMany: boolean;
}

/** One sign for one thing: what offices write for it, and what it is here. */
const spellings = [
  [/⁄/g, '/'],
  [/[×*✕╳]|(?<=\d(?:mm|cm|m|ml|l|kg|g)?)\s*x\s*(?=\d)/g, '×'],
  [/直径|[ø∅⌀]/g, 'φ'],
  [/毫升/g, 'ml'],
  [/毫米/g, 'mm'],
  [/厘米|公分/g, 'cm'],
  [/公斤|千克/g, 'kg'],
  [/(?<=\d)\s*克/g, 'g'],
  [/(?<=\d)\s*升/g, 'l'],
  [/(?<=\d)\s*米/g, 'm'],
  [/(?<=\d)\s*y(?![a-z])/g, '码'],
  [/#|(?<![a-z])no\.?(?=\s*\d)/g, '号'],
  [/°/g, '度'],
  [/~/g, '-'],
  [/(?<![\d.])(\d)\s+(?=x+[sl](?![a-z\d]))/g, '$1'],
  // 1-1/2 and 1 1/2 inches are one number; AB-100 and T-8 one model.
  [/(?<![\d./])(\d+)[\s-](?=\d\/\d)/g, '$1+'],
  [/(?<![a-z\d])([a-z]{1,3})-(?=\d)/g, '$1'],
] as const satisfies readonly (readonly [RegExp, string])[];

const clothes = String.raw`(?<![a-z])(?:(?<!\d)\dx+[sl]|x+[sl]|(?<!\d)[sml])(?![a-z\d])`;
const digits = String.raw`\d+\+\d\/\d+|\d+\/(?:2|3|4|8|16|32)(?![\d.])|\d*\.?\d+`;
const unit = '(?:mm|cm|ml|kg|kw|hz|pcs|[mlgvwa])(?![a-z])|[%号层色页张支只个瓶袋盒包片芯丝级度码寸分件套卷]';

/** In this order: a size of clothes is no word, a number takes its unit along. Whatever is none of them only separates. */
const part = new RegExp(
  String.raw`(?<clothes>${clothes}(?:-${clothes})?)|(?<prefix>[a-zφ]*)(?<from>${digits})(?:-(?<to>${digits}))?\s*(?<unit>${unit})?|(?<latin>[a-zφ]+\+?)|(?<han>\p{Script=Han}+)`,
  'gu',
);

/** Takes a size apart: "M8×40 304不锈钢" is M8, 40, 304 and 不锈钢. */
export function sizeParts(size: string): readonly SizePart[] {
  const plain = size
    .replace(/(?<=\d)(?=[¼-¾])/g, ' ')
    .normalize('NFKC')
    .toLowerCase();
  const text = spellings.reduce((spelled, [said, sign]) => spelled.replace(said, sign), plain);
  return Array.from(text.matchAll(part), ({ 0: found, index, groups = {} }) => {
    const isOneOfMany = /×\s*$/.test(text.slice(0, index)) || /^\s*×/.test(text.slice(index + found.length));
    return groups.from === undefined ? wordsIn(groups) : numbersIn({ ...groups, from: groups.from }, isOneOfMany);
  }).flat();
}

type Groups = Partial<Record<string, string>>;

function numbersIn(
  { prefix = '', from, to, unit = '' }: Groups & { readonly from: string },
  isOneOfMany: boolean,
): readonly SizeNumber[] {
  const number = { kind: 'number', prefix, unit, isOneOfMany } as const;
  if (to === undefined) return [{ ...number, text: numberText(from) }];
  // 3-5 is a range; 6202-2 and M8-40 are two numbers.
  if (prefix === '' && Number(from) < Number(to)) return [{ ...number, text: `${numberText(from)}-${numberText(to)}` }];
  return [
    { ...number, text: numberText(from), unit: '' },
    { ...number, text: numberText(to), prefix: '' },
  ];
}

function wordsIn({ clothes, latin, han }: Groups): readonly SizePart[] {
  if (clothes !== undefined) return [{ kind: 'word', text: clothes.replace(/x{2,}/g, (signs) => `${signs.length}x`) }];
  const word = latin ?? (han === undefined ? '' : withoutEnding(han));
  return word === '' ? [] : [{ kind: 'word', text: word }];
}

/** Of 40.0, .5 and 08: 40, 0.5 and 8. */
const numberText = (typed: string): string => (/[+/]/.test(typed) ? typed : String(Number(typed)));

/** 黑色 is 黑, 大号 is 大, 透明款 is 透明; an ending that stands alone says nothing. */
const withoutEnding = (word: string): string => word.replace(/[色号號码碼型款装裝式]$/, '');
