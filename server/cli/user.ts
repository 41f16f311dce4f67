import { Command, InvalidArgumentError, Option } from 'commander';
import { type Role, roles } from '../../core/policy/roles.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { CommandFailure } from './failure.ts';
import { askSecret, exit, jsonOption, localeFor, localeOption, print, printJson, textsFor } from './terminal.ts';

interface AddOptions extends ConnectOptions {
  readonly id: string;
  readonly name?: string;
  readonly roles: readonly Role[];
}

/** `user add`: somebody else gets a user; asked by an administrator. */
export const userCommand = () =>
  new Command('user').description('the people of a company').addCommand(addCommand().exitOverride());

const addCommand = () =>
  new Command('add')
    .description('add a user; the new password comes from COUNTERSIGN_NEW_PASSWORD, or is asked for')
    .requiredOption('--id <id>', 'what records call the user, "wang.fang"; never changes')
    .option('--name <name>', 'what people call the user, and what stands on papers; default: the id')
    .addOption(
      new Option('--roles <roles>', `with commas: ${roles.join(', ')}`).argParser(roleList).makeOptionMandatory(),
    )
    .addOption(serverOption())
    .addOption(companyOption().makeOptionMandatory())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(addUser);

function roleList(text: string): readonly Role[] {
  const given = text.split(',').map((role) => role.trim());
  const unknown = given.filter((role) => !(roles as readonly string[]).includes(role));
  if (unknown.length > 0) throw new InvalidArgumentError(`no such role: ${unknown.join(', ')}`);
  return given as Role[];
}

async function addUser(options: AddOptions): Promise<void> {
  const { id, name = id, roles } = options;
  const client = await connect(options, 'administrator');
  const password = await newPassword(options);
  const locale = localeFor(options);
  const body = { id, name, roles: [...roles], locale, password };
  const user = await answered(options, () => client.call('addUser', { body }));
  if (options.json) return printJson(user);
  const texts = textsFor(options);
  const names = roles.map((role) => texts(`terms:role.${role}`)).join(texts('screens:list-separator'));
  print(texts('cli:user.added', { id, name, roles: names }));
}

/** Typed blind, so typed twice: nobody could sign in with a slip of the finger. */
async function newPassword(options: AddOptions): Promise<string> {
  const texts = textsFor(options);
  const given = process.env.COUNTERSIGN_NEW_PASSWORD;
  if (given) return given;
  const asked = await askSecret(texts('cli:connect.password', { user: options.name ?? options.id }));
  if (!asked) throw new CommandFailure(exit.usage, texts('cli:user.no-password'));
  if ((await askSecret(texts('cli:user.again'))) !== asked)
    throw new CommandFailure(exit.usage, texts('cli:user.passwords-differ'));
  return asked;
}
