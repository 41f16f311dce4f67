import { foldTraditional, sameText } from '../sheet/text.ts';
import { type Decimal, multiply } from '../value/decimal.ts';
import { remembered } from '../value/remembered.ts';

/** What a unit word means: a kind, and how many of the kind's own unit it is. Only units of one kind convert into one another. */
export interface UnitOfMeasure {
  readonly kind: string;
  readonly size: Decimal;
  /** False for a word nobody taught us: its kind is the word itself. */
  readonly isKnown: boolean;
  /** Counts whole things: 2.5 of them is a slip. */
  readonly isCounted: boolean;
}

/**
 * Words of both shores and English ones, in the singular. 斤 is missing on purpose: half a kilogram here, 0.6 there; 板 too, a
 * pallet or a strip of tablets.
 */
const spellings: readonly (readonly [kind: string, size: string, words: string])[] = [
  // Chinese counts single things by their shape; 件, 只 and 瓶 of one item are still one each.
  [
    'piece',
    '1',
    '个 只 件 支 枝 枚 台 部 辆 輛 架 本 册 冊 把 根 条 块 塊 颗 顆 粒 顶 頂 盏 盞 面 片 张 瓶 罐 听 聽 桶 杯 pc piece ea each unit no bottle can sheet',
  ],
  ['piece', '12', '打 dozen doz dz'],
  ['piece', '144', '罗 羅 gross grs'],
  ['piece', '1000', 'kpc k mpc'],
  ['set', '1', '套 组 組 set kit'],
  ['pair', '1', '双 对 付 副 pair pr'],
  ['carton', '1', '箱 ctn carton case cs'],
  ['box', '1', '盒 box bx'],
  ['bag', '1', '包 袋 pack pkg pkt packet bag'],
  ['pallet', '1', '托 栈板 棧板 pallet plt'],
  ['roll', '1', '卷 捲 roll rl'],
  ['bundle', '1', '捆 綑 扎 bundle bdl'],
  ['mass', '0.001', '克 公克 g gram gm'],
  ['mass', '0.5', '市斤'],
  ['mass', '0.6', '台斤'],
  ['mass', '1', '公斤 千克 kg kilo kilogram'],
  ['mass', '1000', '吨 噸 公吨 公噸 t ton tonne mt'],
  ['length', '0.001', '毫米 公厘 mm'],
  ['length', '0.01', '厘米 公分 cm'],
  ['length', '1', '米 公尺 m meter metre mtr'],
  ['length', '1000', '千米 公里 km'],
  ['volume', '0.001', '毫升 ml'],
  ['volume', '1', '升 公升 l liter litre ltr'],
  ['volume', '1000', '立方米 立方公尺 m3 m³ cbm'],
  ['area', '1', '平方米 平米 平方公尺 m2 m² sqm'],
  ['time', '1', '小时 工时 h hr hour'],
  ['day', '1', '天 日 day'],
  ['job', '1', '次 项 式 批 job lot'],
];

/** Nobody orders half of one. A carton, a bundle or a pallet may be halved; what is measured always. */
const counted: ReadonlySet<string> = new Set(['piece', 'set', 'pair']);

const known = new Map(
  spellings.flatMap(([kind, size, words]) =>
    words
      .split(' ')
      .map((word): [string, UnitOfMeasure] => [
        sameText(word),
        { kind, size: size as Decimal, isKnown: true, isCounted: counted.has(kind) },
      ]),
  ),
);

/** 千个, 百张, 万只. */
const multiples: Readonly<Record<string, string>> = { 百: '100', 千: '1000', 万: '10000' };

const one = '1' as Decimal;

/** What a unit word says: 箱, pcs., 千个, "1000 只". */
export const unitOf = remembered(
  (word: string): UnitOfMeasure => read(foldTraditional(sameText(word)).replace(/\.$/, '')),
);

function read(word: string): UnitOfMeasure {
  const single = known.get(word) ?? known.get(word.replace(/es$/, '')) ?? known.get(word.replace(/s$/, ''));
  if (single) return single;
  const [, count = '0', counted = ''] = /^(\d{1,9}(?:\.\d{1,4})?|[百千万])(.+)/.exec(word) ?? [];
  const times = multiples[count] ?? count;
  if (Number(times) > 0) {
    const unit = read(counted);
    return { ...unit, size: multiply(times as Decimal, unit.size) };
  }
  return { kind: `“${word}”`, size: one, isKnown: false, isCounted: false };
}

/** Two words for one unit of measure; nothing is converted. */
export function sameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [unitOf(a), unitOf(b)];
  return one.kind === other.kind && one.size === other.size;
}
