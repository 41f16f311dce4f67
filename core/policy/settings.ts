import type { Setting } from './setting.ts';
import { changeSettings } from './settings/change.ts';
import { moneySettings } from './settings/money.ts';
import { officeSettings } from './settings/office.ts';
import { reviewSettings } from './settings/review.ts';
import { reviewerSettings } from './settings/reviewers.ts';
import { routingSettings } from './settings/routing.ts';

/**
 * Every setting of the company's policy, by group and name: the one table from which the document, its validation, its shape on
 * the wire and docs/settings.md are made.
 */
export const settings = {
  ...reviewSettings,
  ...reviewerSettings,
  ...changeSettings,
  ...moneySettings,
  ...officeSettings,
  ...routingSettings,
};
export type Settings = typeof settings;

/** "letter.validDays": how people, programs and texts name a setting. */
export type SettingPath = {
  [Group in keyof Settings]: `${Group}.${keyof Settings[Group] & string}`;
}[keyof Settings];

/** A setting with its place in the document. */
export interface PlacedSetting {
  readonly path: SettingPath;
  readonly group: keyof Settings;
  readonly name: string;
  readonly setting: Setting;
}

/** All of them, as they stand in the table. */
export const placedSettings: readonly PlacedSetting[] = Object.entries(settings).flatMap(([group, own]) =>
  Object.entries(own as Readonly<Record<string, Setting>>).map(([name, setting]) => ({
    path: `${group}.${name}` as SettingPath,
    group: group as keyof Settings,
    name,
    setting,
  })),
);

const byPath: ReadonlyMap<string, PlacedSetting> = new Map(placedSettings.map((placed) => [placed.path, placed]));

/** Null: there is no such setting. */
export const placedSetting = (path: string): PlacedSetting | null => byPath.get(path) ?? null;
