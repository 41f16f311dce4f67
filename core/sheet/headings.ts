import { remembered } from '../value/remembered.ts';
import { type Field, fields, roles, type TableRole } from './fields.ts';
import { logHeadings, otherHeadings } from './heading-words/other.ts';
import { headingWords, sharedFields } from './heading-words.ts';
import { foldTraditional, plainText } from './text.ts';

/** What a heading could mean in a table of a certain role. */
export interface HeadingMatch<Role extends TableRole = TableRole> {
  readonly field: Field<Role>;
  /** 1 = the very word, less when only a part of the heading is known. */
  readonly confidence: number;
  /** Place of the word in its field's list: the smaller, the more typical. */
  readonly rank: number;
}

/** A heading taken apart: "含税单价（元）*" → key 单价, unit 元, tax included. */
export interface HeadingParts {
  readonly key: string;
  readonly unit?: string;
  readonly tax?: 'included' | 'excluded';
}

interface Word {
  readonly field: string;
  readonly rank: number;
}

const bracketed = /[([{【〔<《][^)\]}】〕>》]*[)\]}】〕>》]/g;
const ignored = /[\s*:.,、_\-'"“”。·?!]/g;
const taxExcluded =
  /不含税|未含税|未税|无税|不含增值税|(?:excl|excluding|ex|before|without|w\/o|net of)\.?\s*(?:tax|vat)/;
const taxIncluded = /含税|含增值税|(?:incl|including|inc|with|after)\.?\s*(?:tax|vat)/;

const simplified = (text: string): string => foldTraditional(plainText(text.normalize('NFKC')).toLowerCase());
const compact = (text: string): string => text.replace(ignored, '');

const withoutTrimmings = (text: string): string =>
  [bracketed, taxExcluded, taxIncluded].reduce((rest, trimming) => rest.replace(trimming, ' '), text);

const longestHeading = 60;

export const headingParts: (heading: string) => HeadingParts = remembered((heading: string) => {
  const text = simplified(heading);
  const tax = taxExcluded.test(text) ? 'excluded' : taxIncluded.test(text) ? 'included' : undefined;
  const units = [...text.matchAll(bracketed)].map(([unit]) => compact(unit.slice(1, -1)));
  const unit = units.find((inside) => inside !== '' && !/税|tax|vat|必填|required/.test(inside));
  const key = compact(withoutTrimmings(text)) || compact(text.replace(/[()[\]{}【】]/g, ''));
  return { key, ...(unit && { unit }), ...(tax && { tax }) };
});

const keyOf = (word: string): string => compact(simplified(word));

/** Heading key → field and rank, for one role. The first field that claims a word keeps it. */
function indexOf(role: TableRole): ReadonlyMap<string, Word> {
  const index = new Map<string, Word>();
  const own: Readonly<Record<string, readonly string[]>> = headingWords[role];
  const common: Readonly<Record<string, readonly string[]>> = headingWords.orders;
  const isShared = (field: string): boolean =>
    role !== 'orders' && (sharedFields[role] as readonly string[]).includes(field);
  for (const field of Object.keys(fields[role])) {
    const lists = [isShared(field) ? common[field] : undefined, own[field]].filter((list) => list !== undefined);
    for (const [rank, word] of lists.flat().entries()) {
      const key = keyOf(word);
      if (!index.has(key)) index.set(key, { field, rank });
    }
  }
  return index;
}

const indexes = Object.fromEntries(roles.map((role) => [role, indexOf(role)])) as Record<
  TableRole,
  ReadonlyMap<string, Word>
>;
const others = new Set(otherHeadings.map(keyOf));
const logs = new Set(logHeadings.map(keyOf));
/** Every heading known as it stands, of whatever it is. */
const knownKeys = new Set([...others, ...logs, ...roles.flatMap((role) => [...indexes[role].keys()])]);

/** A prefix that turns the meaning of what follows: 已发数量 is no order quantity, 操作前库存 no stock. */
const turning =
  /[已未前后欠退实每赠]|累计|变动|入库|出库|发货|出货|最[大小高低]|上[次月年]|在[途制产]|[合总]计|装箱|单箱|采购|参考|预(?![订定])|拟定?|应[交发收付]|计划|原$/;
/** Words that mean something only alone: 生产日期 is no order date, 收货单位 no unit of measure, 数量合计 no amount. */
const onlyAlone = new Set(
  '日期 单位 合计 小计 总额 状态 类别 分类 等级 级别 有效 区域 地区 大区 材料 服务 占用 锁定 预留 欠款 应收 紧急 特价 倍数 每箱'.split(
    ' ',
  ),
);
/** What else has numbers and names than items: 供应商编码, 发票编号. */
const naming = new Set('编号 编码 代码 代号 名称 简称 全称'.split(' '));
const otherThings =
  /供应商|[厂客]商|厂家|部门|仓|[发开]票|品牌|快递|物流|承运|运单|银行|账户|人员|员工|统一|流水|批次|车[间牌辆]|证|税/;

/**
 * The meaning of a heading in a table of this role; null when it has none. Tried in turn: the whole heading; its parts
 * ("数量/Qty", "客户名称 Customer"); its end, since Chinese headings carry their noun last ("客户要求交货日期").
 */
export const matchHeading = <Role extends TableRole>(role: Role, heading: string): HeadingMatch<Role> | null =>
  matches[role](heading) as HeadingMatch<Role> | null;

type Match = Word & { readonly confidence: number };

const matches = Object.fromEntries(
  roles.map((role) => [role, remembered((heading: string) => match(role, heading))]),
) as Record<TableRole, (heading: string) => Match | null>;

function match(role: TableRole, heading: string): Match | null {
  const index = indexes[role];
  const { key } = headingParts(heading);
  const found = (word: Word, confidence: number): Match => ({ ...word, confidence });

  const whole = index.get(key) ?? index.get(withoutCurrency(key));
  if (whole) return found(whole, 1);
  if (isNameAndSize(key) && 'itemName' in fields[role]) return found({ field: 'itemName', rank: combinedRank }, 0.9);
  // 在途数量 is a stock heading: it isn't an order's 数量 because it ends like one.
  if (knownKeys.has(key)) return null;
  for (const part of partsOf(heading)) {
    const word = index.get(part);
    if (word) return found(word, 0.9);
  }
  for (let start = 1; start <= key.length - 2; start++) {
    const end = key.slice(start);
    const word = /^[\u4e00-\u9fff]/.test(end) ? index.get(end) : undefined;
    if (word) return isTurned(key.slice(0, start), end) ? null : found(word, 0.7);
  }
  return null;
}

/** 名称规格, 产品名称及规格, 规格/品名: one column for both is the item's name, not its size, though it may end with that word. */
const isNameAndSize = (key: string): boolean => nameAndSize.test(key.replace(/[/\\|+&]|and/g, ''));
const itsName =
  '(?:(?:产品|商品|物料|存货|货物|货品|材料)?(?:品?名称?|货名|描述)|(?:item|product|goods)?(?:name|description))';
const itsSize = '(?:规格|型号|尺寸|spec(?:ification)?s?|size|model)+(?:描述|参数)?';
const nameAndSize = new RegExp(`^(?:${itsName}[及和与]?${itsSize}|${itsSize}[及和与]?(?:品?名称?|name))$`);
/** A column for the name alone goes before it. */
const combinedRank = 100;

/** Does a word take the meaning from what follows it? 上月 (数量), 退货 (数量). */
export const turnsMeaning = (before: string): boolean => turning.test(before);

const isTurned = (before: string, end: string): boolean =>
  turnsMeaning(before) || onlyAlone.has(end) || (naming.has(end) && otherThings.test(before));

const withoutCurrency = (key: string): string =>
  key.replace(/(?:in)?(?:usd|cny|rmb|eur|twd|ntd|hkd|gbp|jpy|us\$|nt\$|hk\$|[¥$€£]|人民币|美元|台币|元)$/, '');

function partsOf(heading: string): string[] {
  const text = withoutTrimmings(simplified(heading));
  const bySign = text.split(/[/|\\,;、]|\s-\s/);
  const byScript = [text.replace(/[^\u4e00-\u9fff]/g, ''), text.replace(/[^\x20-\x7e]/g, '')];
  return [...bySign, ...byScript].map(compact).filter((part) => part.length > 1);
}

/** Does this text look like a heading of any role, or another usual heading? */
export const isKnownHeading: (text: string) => boolean = remembered((text: string) => {
  if (text.length > longestHeading) return false;
  const { key } = headingParts(text);
  return knownKeys.has(key) || roles.some((role) => (matchHeading(role, text)?.confidence ?? 0) >= 0.9);
});

/** A usual heading of what we have no field for: row numbers, pictures, weights. */
export const isOtherHeading = (text: string): boolean => others.has(headingParts(text).key);

export const isLogHeading = (text: string): boolean => logs.has(headingParts(text).key);
