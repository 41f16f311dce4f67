import { sameText } from '../../sheet/text.ts';
import { compare, type Decimal, zero } from '../../value/decimal.ts';
import type { Item } from '../knowledge.ts';
import type { PriceRow } from './items-of-rows.ts';

/** What the rows of an item say of it besides its prices: the first one that says something holds. */
export function itemOf(code: string, rows: readonly PriceRow[]): Omit<Item, 'prices'> {
  const first = <Name extends keyof PriceRow>(name: Name): PriceRow[Name] | undefined =>
    rows.find((row) => row[name] !== undefined)?.[name];
  const [size, leadTime] = [first('packSize'), first('leadTimeDays')];
  const [barcode, ...otherBarcodes] = different(rows.flatMap(({ barcode }) => barcode ?? []));
  const [name, ...otherNames] = different(rows.flatMap(({ itemName }) => itemName ?? []));
  const customerCodes = [...new Set(rows.flatMap(({ customerItemCode }) => customerItemCode ?? []))];
  return known({
    code,
    barcode,
    otherBarcodes: otherBarcodes.length > 0 ? otherBarcodes : undefined,
    customerItemCodes: customerCodes.length > 0 ? customerCodes : undefined,
    name,
    otherNames: otherNames.length > 0 ? otherNames : undefined,
    specification: first('specification'),
    color: first('color'),
    material: first('material'),
    brand: first('brand'),
    category: first('category'),
    unit: first('unit'),
    pack: size !== undefined && isPositive(size) ? known({ size, unit: first('packUnit') }) : undefined,
    minimumOrder: least(rows.flatMap(({ minimumOrder }) => minimumOrder ?? [])),
    orderMultiple: first('orderMultiple'),
    leadTimeDays: leadTime === undefined ? undefined : Number(leadTime),
    substitutes: listIn(first('substitute')),
    regions: listIn(first('region')),
    service: first('service'),
    customMade: first('customMade'),
    floorPrice: first('floorPrice'),
    cost: first('cost'),
    discontinued: rows.some(({ discontinued }) => discontinued),
  });
}

/** Each once, as it is written first. */
function different(words: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const word of words) if (!known.has(sameText(word))) known.set(sameText(word), word);
  return [...known.values()];
}

const isPositive = (size: Decimal): boolean => compare(size, zero) > 0;

const least = (values: readonly Decimal[]): Decimal | undefined => values.toSorted(compare)[0];

/** "A-2、A-3" as a list; codes may hold blanks and slashes, so they don't separate. */
function listIn(text: string | undefined): readonly string[] | undefined {
  const listed = (text ?? '')
    .split(/[,，;；、|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return listed.length > 0 ? listed : undefined;
}

type Known<Fields> = { [F in keyof Fields as undefined extends Fields[F] ? never : F]: Fields[F] } & {
  [F in keyof Fields as undefined extends Fields[F] ? F : never]?: Exclude<Fields[F], undefined>;
};

const known = <Fields extends object>(fields: Fields): Known<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, content]) => content !== undefined)) as Known<Fields>;
