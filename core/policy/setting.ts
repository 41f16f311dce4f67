import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Role } from './roles.ts';

/** What every setting says of itself, whatever its kind; its name and description are in locales/…/policy.json. */
interface Common {
  /** Where it comes from: a number of docs/policy.md ("8"), one of its chapters, or a row of docs/requirements.md ("R27"). */
  readonly source: string;
  /** Kept and versioned already, but nothing obeys it yet; docs and screens say so. */
  readonly awaited?: true;
}

/** What a figure counts. share: 0.05 = 5 %; money: in the company's own currency; times: a factor. */
export type Unit = 'days' | 'working-days' | 'working-hours' | 'orders' | 'years' | 'share' | 'money' | 'times';

interface WholeSetting extends Common {
  readonly kind: 'whole';
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}
/** Null = not known, or not asked for. */
interface WholeOrNoneSetting extends Common {
  readonly kind: 'whole-or-none';
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  readonly default: number | null;
}
interface DecimalSetting extends Common {
  readonly kind: 'decimal';
  readonly unit: Unit;
  readonly least: string;
  readonly most: string;
  readonly default: string;
}
interface YesNoSetting extends Common {
  readonly kind: 'yes-no';
  readonly default: boolean;
}
interface ChoiceSetting extends Common {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly default: string;
}
interface RoleSetting extends Common {
  readonly kind: 'role';
  readonly default: Role;
}
/** At least one, each once. */
interface RolesSetting extends Common {
  readonly kind: 'roles';
  readonly default: readonly Role[];
}
/** Who decides up to where: each limit above the one before. */
interface UpToSetting extends Common {
  readonly kind: 'up-to';
  readonly unit: Unit;
  readonly least: string;
  readonly most: string;
  readonly default: readonly { readonly role: Role; readonly upTo: string }[];
}
/** Who decides below what: each limit below the one before. */
interface BelowSetting extends Common {
  readonly kind: 'below';
  readonly unit: Unit;
  readonly least: string;
  readonly most: string;
  readonly default: readonly { readonly role: Role; readonly below: string }[];
}
interface DecimalByClassSetting extends Common {
  readonly kind: 'decimal-by-class';
  readonly unit: Unit;
  readonly least: string;
  readonly most: string;
  readonly default: ByClass<string>;
}
interface ChoiceByClassSetting extends Common {
  readonly kind: 'choice-by-class';
  readonly options: readonly string[];
  readonly default: ByClass<string>;
}
/** A time of day. */
interface TimeSetting extends Common {
  readonly kind: 'time';
  readonly default: string;
}
/** Parts of a day, one after the other; at least one. */
interface HoursSetting extends Common {
  readonly kind: 'hours';
  readonly default: readonly { readonly from: string; readonly to: string }[];
}
/** Each once, in order. */
interface DatesSetting extends Common {
  readonly kind: 'dates';
  readonly default: readonly string[];
}
interface TaxRatesSetting extends Common {
  readonly kind: 'tax-rates';
  readonly default: readonly {
    readonly type: TaxRateType;
    readonly rate: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/** A setting as data: what it may be and what it is until the office says otherwise. */
export type Setting =
  | WholeSetting
  | WholeOrNoneSetting
  | DecimalSetting
  | YesNoSetting
  | ChoiceSetting
  | RoleSetting
  | RolesSetting
  | UpToSetting
  | BelowSetting
  | DecimalByClassSetting
  | ChoiceByClassSetting
  | TimeSetting
  | HoursSetting
  | DatesSetting
  | TaxRatesSetting;

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
          : S extends { readonly kind: 'choice-by-class'; readonly options: readonly (infer Option)[] }
            ? ByClass<Option>
            : S extends { readonly kind: infer Kind extends keyof ListedValue }
              ? ListedValue[Kind]
              : never;

interface ListedValue {
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly 'up-to': readonly Authority[];
  readonly below: readonly MarginAuthority[];
  readonly 'decimal-by-class': ByClass<Decimal>;
  readonly time: TimeOfDay;
  readonly hours: readonly Hours[];
  readonly dates: readonly PlainDate[];
  readonly 'tax-rates': readonly TaxRate[];
}
