import { Command, InvalidArgumentError } from 'commander';
import { settingIn, withSetting } from '../../core/policy/policy.ts';
import { textOfValue, valueOfText } from '../../core/policy/setting-text.ts';
import { placedSetting, placedSettings, settings } from '../../core/policy/settings.ts';
import type { Client } from '../../core/wire/client.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { CommandFailure } from './failure.ts';
import { previewPriorityCommand } from './preview-priority.ts';
import { exit, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

interface SetOptions extends ConnectOptions {
  readonly reason: string;
}

/** `policy show|set|history|preview-priority`: how the company works (docs/settings.md lists the settings). */
export const policyCommand = () =>
  new Command('policy')
    .description("the company's settings: limits, deadlines, who decides what (docs/settings.md)")
    .addCommand(asking(showCommand()))
    .addCommand(asking(setCommand()))
    .addCommand(asking(previewPriorityCommand()))
    .addCommand(asking(new Command('history').description('who changed what, when and why').action(history)));

const asking = (command: Command): Command =>
  command
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .exitOverride();

const showCommand = () =>
  new Command('show')
    .description('print every setting')
    .argument('[version]', 'an earlier version; default: the one in force', wholeNumber)
    .action(show);

const setCommand = () =>
  new Command('set')
    .description('change one setting; decisions from then on are made by it')
    .argument('<path>', 'which setting, letter.validDays')
    .argument('<value>', '5, 15%, yes, none, a word of its list; lists as JSON')
    .requiredOption('--reason <text>', 'why; stands in the history')
    .action(set);

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('a number like 3 is needed');
  return Number(text);
}

async function show(version: number | undefined, options: ConnectOptions): Promise<void> {
  const client = await connect(options, 'administrator');
  const shown = await policyOf(client, options, version);
  if (options.json) return printJson({ version: shown.version, latest: shown.latest, policy: shown.policy });
  const texts = textsFor(options);
  print(texts('cli:policy.version', { version: shown.version, latest: shown.latest }));
  for (const group of Object.keys(settings)) {
    print(`\n${texts(`policy:group.${group}`)}`);
    for (const { path, setting } of placedSettings.filter((placed) => placed.group === group)) {
      const awaited = setting.awaited ? `  (${texts('policy:awaited')})` : '';
      const value = textOfValue(settingIn(shown.policy, path));
      print(`  ${path} = ${value}  ${texts(`policy:setting.${path}`)}${awaited}`);
    }
  }
}

async function set(path: string, typed: string, options: SetOptions): Promise<void> {
  const texts = textsFor(options);
  const placed = placedSetting(path);
  if (placed === null) throw new CommandFailure(exit.usage, texts('cli:policy.no-setting', { path }));
  const client = await connect(options, 'administrator');
  const seen = await policyOf(client, options);
  const policy = withSetting(seen.policy, placed.path, valueOfText(placed.setting, typed));
  const body = { policy, reason: options.reason };
  const kept = await answered(options, () => client.call('savePolicy', { body, seenVersion: seen.version }));
  if (options.json) return printJson({ version: kept.version, path, value: settingIn(kept.policy, placed.path) });
  const value = textOfValue(settingIn(kept.policy, placed.path));
  const before = textOfValue(settingIn(seen.policy, placed.path));
  const what = kept.version === seen.version ? 'unchanged' : 'kept';
  print(texts(`cli:policy.${what}`, { version: kept.version, path, value, before }));
}

async function history(options: ConnectOptions): Promise<void> {
  const client = await connect(options, 'administrator');
  const { history: versions } = await policyOf(client, options);
  if (options.json) return printJson(versions);
  const texts = textsFor(options);
  for (const { version, at, by, reason, changes } of versions) {
    print(`${version}  ${at}  ${by ?? '–'}  ${reason ?? texts('cli:policy.begun')}`);
    for (const { path, from, to } of changes)
      print(`   ${texts('cli:policy.changed', { path, before: textOfValue(from), value: textOfValue(to) })}`);
  }
}

const policyOf = (client: Client, options: ConnectOptions, version?: number) =>
  answered(options, () => client.call('policy', version === undefined ? {} : { query: { version } }));
