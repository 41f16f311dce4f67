import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Role } from './roles.ts';

/** Customers of another class, or of none, count as C. */
export const customerClasses = ['A', 'B', 'C'] as const;
export type ByClass<Value> = { readonly [Class in (typeof customerClasses)[number]]: Value };

/** "08:30"; "24:00" is the end of the day. */
export type TimeOfDay = string & { readonly timeOfDay: true };
export interface Hours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** Who may decide up to an amount, or a share. */
export interface Authority {
  readonly role: Role;
  readonly upTo: Decimal;
}
/** Whose yes it takes below a share. */
export interface MarginAuthority {
  readonly role: Role;
  readonly below: Decimal;
}

/** general: the usual method; levy: the simplified method; exempt: no tax, and none may be deducted. */
export const taxRateTypes = ['general', 'levy', 'exempt'] as const;
export type TaxRateType = (typeof taxRateTypes)[number];
/** A rate and the days it is law, both included; `to: null` = until further notice. */
export interface TaxRate {
  readonly type: TaxRateType;
  readonly rate: Decimal;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What of an order may say whose it is (R7). */
export const routeCriteria = [
  'salesperson',
  'customer',
  'region',
  'product-class',
  'customer-class',
  'order-type',
] as const;
export type RouteCriterion = (typeof routeCriteria)[number];
/** Orders of which `by` is `is` are a user's, by his id or name, or that of whoever has the role. */
export interface Route {
  readonly by: RouteCriterion;
  readonly is: string;
  readonly to: 'user' | 'role';
  readonly owner: string;
}

/** What stands in the document for a setting of the table. */
export type ValueOf<S> = S extends { readonly kind: 'whole' }
  ? number
  : S extends { readonly kind: 'whole-or-none' }
    ? number | null
    : S extends { readonly kind: 'decimal' }
      ? Decimal
      : S extends { readonly kind: 'yes-no' }
        ? boolean
        : S extends { readonly kind: 'choice'; readonly options: readonly (infer Option)[] }
          ? Option
          : S extends { readonly kind: 'choices'; readonly options: readonly (infer Option)[] }
            ? readonly Option[]
            : S extends { readonly kind: 'choice-by-class'; readonly options: readonly (infer Option)[] }
              ? ByClass<Option>
              : S extends { readonly kind: infer Kind extends keyof ListedValue }
                ? ListedValue[Kind]
                : never;

interface ListedValue {
  readonly texts: readonly string[];
  readonly role: Role;
  readonly 'role-or-none': Role | null;
  readonly roles: readonly Role[];
  readonly 'role-groups': readonly (readonly Role[])[];
  readonly 'up-to': readonly Authority[];
  readonly below: readonly MarginAuthority[];
  readonly 'decimal-by-class': ByClass<Decimal>;
  readonly time: TimeOfDay;
  readonly hours: readonly Hours[];
  readonly dates: readonly PlainDate[];
  readonly 'tax-rates': readonly TaxRate[];
  readonly routes: readonly Route[];
}
