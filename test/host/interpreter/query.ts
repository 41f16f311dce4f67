import { HostError, notImplemented } from './errors.ts';
import { documentedName, type HostObject, NULL_OBJECT } from './host-object.ts';
import type { MemberLog } from './member-log.ts';
import type { Json, QueryInfo } from './protocol.ts';

type Result = { [key: string]: Json };

/** The answer spells members as the protocol does: `rowIndex` → `RowIndex`. */
const protocolName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Answers a `load(…)`: exactly what was asked for, so that the client throws PropertyNotLoaded for the rest. */
export function answerQuery(object: HostObject, members: MemberLog, info: QueryInfo = {}): Json {
  if (object === NULL_OBJECT) return null;
  members.meet(object);
  const select = [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)];
  return object.items === undefined
    ? readMembers(object, members, select)
    : readCollection(object, members, select, info);
}

/** A collection passes on to its items whatever it does not have itself. */
function readCollection(object: HostObject, members: MemberLog, select: string[], info: QueryInfo): Json {
  const own = select.filter((name) => object.get?.[documentedName(name)] !== undefined);
  const ofItems = select.filter((name) => !own.includes(name));
  const result: Result = readMembers(object, members, select.length === 0 ? [] : own, select.length === 0);
  if (own.length > 0 && ofItems.length === 0) return result;
  const first = info.Skip ?? 0;
  const items = object.items?.().slice(first, info.Top === undefined ? undefined : first + info.Top) ?? [];
  result._Items = items.map((item) => ({
    ...readMembers(item, members, ofItems),
    ...(item.id === undefined ? {} : { _Id: item.id }),
  }));
  return result;
}

function readMembers(
  object: HostObject,
  members: MemberLog,
  select: string[],
  everything = select.length === 0,
): Result {
  members.meet(object);
  const result: Result = {};
  const deeper = new Map<string, string[]>();
  const all = everything || select.includes('*');
  const scalars = all ? Object.keys(object.get ?? {}) : [];
  for (const path of new Set([...scalars, ...select.filter((name) => name !== '*')])) {
    const [head = '', ...rest] = path.split(/[/.]/);
    const name = documentedName(head);
    const read = object.get?.[name];
    if (!all || object.get?.[name] === undefined) members.use(`${object.type}.${name}`);
    const value = read === undefined ? undefined : all ? readIfKnown(read) : read();
    if (value !== undefined) result[protocolName(name)] = value;
    else if (read === undefined && object.open?.[name] === undefined) throw notImplemented(object.type, name);
    else if (read === undefined) deeper.set(name, [...(deeper.get(name) ?? []), rest.join('/') || '*']);
  }
  for (const [name, paths] of deeper) {
    result[protocolName(name)] = answerQuery(object.open?.[name]?.() ?? NULL_OBJECT, members, { Select: paths });
  }
  return result;
}

/** `load()` without names asks for all: what cannot be told stays unloaded, and throws in the client when it is read. */
function readIfKnown(read: () => Json): Json | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof HostError && error.code === 'NotImplemented') return undefined;
    throw error;
  }
}
