import { sameText } from '../sheet/text.ts';

/** Spellings of one unit. 个, 只, 件 and pcs all count single pieces; 箱, 盒 and 包 hold several and are never one another. */
const spellings: readonly (readonly string[])[] = [
  ['个', '個', '只', '隻', '件', '支', '枚', 'pc', 'pcs', 'piece', 'pieces', 'ea', 'each'],
  ['箱', 'ctn', 'ctns', 'carton', 'cartons', 'case', 'cases'],
  ['盒', 'box', 'boxes'],
  ['包', 'pack', 'packs', 'pkg', 'bag', 'bags', '袋'],
  ['套', '组', '組', 'set', 'sets'],
  ['双', '雙', '对', '對', 'pair', 'pairs', 'pr', 'prs'],
  ['打', 'dozen', 'doz', 'dz'],
  ['卷', '捲', 'roll', 'rolls'],
  ['张', '張', '片', 'sheet', 'sheets'],
  ['米', '公尺', 'm', 'meter', 'meters', 'metre', 'metres'],
  ['公斤', '千克', 'kg', 'kgs'],
  ['吨', '噸', '公吨', '公噸', 't', 'ton', 'tons', 'mt'],
  ['升', '公升', 'l', 'liter', 'liters', 'litre', 'litres'],
];
const groups = new Map(spellings.flatMap((group, index) => group.map((word) => [word, index] as const)));

/** Two words for one unit of measure; nothing is converted. */
export function sameUnit(a: string, b: string): boolean {
  const [one, other] = [a, b].map((unit) => sameText(unit).replace(/\.$/, ''));
  if (one === undefined || other === undefined) return false;
  const group = groups.get(one);
  return one === other || (group !== undefined && group === groups.get(other));
}
