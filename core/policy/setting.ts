import type { Role } from './roles.ts';
import type { ByClass, Route, TaxRateType } from './setting-value.ts';

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
/** Any of them, each once. */
interface ChoicesSetting extends Common {
  readonly kind: 'choices';
  readonly options: readonly string[];
  readonly default: readonly string[];
}
/** Short texts of the office's own, each once. */
interface TextsSetting extends Common {
  readonly kind: 'texts';
  readonly default: readonly string[];
}
interface RoleSetting extends Common {
  readonly kind: 'role';
  readonly default: Role;
}
/** Null = nobody. */
interface RoleOrNoneSetting extends Common {
  readonly kind: 'role-or-none';
  readonly default: Role | null;
}
/** At least one, each once. */
interface RolesSetting extends Common {
  readonly kind: 'roles';
  readonly default: readonly Role[];
}
/** Groups of roles, any one of a group for the whole of it; at least one group, none empty, each role once in all. */
interface RoleGroupsSetting extends Common {
  readonly kind: 'role-groups';
  readonly default: readonly (readonly Role[])[];
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
/** Whose which orders are; the first row that fits counts. */
interface RoutesSetting extends Common {
  readonly kind: 'routes';
  readonly default: readonly Route[];
}

/** A setting as data: what it may be and what it is until the office says otherwise. */
export type Setting =
  | WholeSetting
  | WholeOrNoneSetting
  | DecimalSetting
  | YesNoSetting
  | ChoiceSetting
  | ChoicesSetting
  | TextsSetting
  | RoleSetting
  | RoleOrNoneSetting
  | RolesSetting
  | RoleGroupsSetting
  | UpToSetting
  | BelowSetting
  | DecimalByClassSetting
  | ChoiceByClassSetting
  | TimeSetting
  | HoursSetting
  | DatesSetting
  | TaxRatesSetting
  | RoutesSetting;
