import { HostError, notImplemented, undoNotSupported } from './errors.ts';
import { type Argument, documentedName, type HostObject, NULL_OBJECT } from './host-object.ts';
import type { LiveRanges } from './live-ranges.ts';
import type { MemberLog } from './member-log.ts';
import {
  type ActionInfo,
  ActionKind,
  type ArgumentInfo,
  type Json,
  type ObjectPathInfo,
  PathKind,
  type RequestBody,
  type ResponseBody,
} from './protocol.ts';
import { answerQuery } from './query.ts';
import { isGroupable, type UndoList } from './undo-list.ts';

/** Ranges that the client keeps beyond one batch, by reference id. */
export class References {
  readonly #kept = new Map<string, HostObject>();
  readonly live: LiveRanges;
  #next = 1;

  constructor(live: LiveRanges) {
    this.live = live;
    live.hold(this.#kept);
  }

  keep(object: HostObject): string {
    const id = `r${this.#next++}`;
    this.#kept.set(id, object);
    return id;
  }

  find(id: string): HostObject {
    const object = this.#kept.get(id);
    if (object === undefined)
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    return object;
  }

  release(id: string): void {
    this.#kept.delete(id);
  }
}

/** Methods that only read, and the client's own tidying. */
const READING = /^(get|_)/i;

/** What a request meets. */
export interface BatchHost {
  readonly root: HostObject;
  readonly references: References;
  readonly undo: UndoList;
  readonly members: MemberLog;
}

export interface BatchOptions {
  /** What is done is to be undone as one. */
  readonly inUndoGroup: boolean;
}

/** Runs one request over the object model that begins at the root. */
export function runBatch(host: BatchHost, body: RequestBody, options: BatchOptions): ResponseBody {
  return new BatchRun(host, body, options).run();
}

/** Each object path is followed once a batch: `worksheets.add()` must not add a second sheet when its name is set. */
class BatchRun {
  readonly #root: HostObject;
  readonly #references: References;
  readonly #undo: UndoList;
  readonly #members: MemberLog;
  readonly #body: RequestBody;
  readonly #inUndoGroup: boolean;
  readonly #objects = new Map<number, HostObject>();
  readonly #kept = new Map<number, string>();

  constructor({ root, references, undo, members }: BatchHost, body: RequestBody, { inUndoGroup }: BatchOptions) {
    this.#root = root;
    this.#references = references;
    this.#undo = undo;
    this.#members = members;
    this.#body = body;
    this.#inUndoGroup = inUndoGroup;
  }

  run(): ResponseBody {
    this.#references.live.hold(this.#objects);
    try {
      return this.#runActions();
    } finally {
      this.#references.live.drop(this.#objects);
    }
  }

  #runActions(): ResponseBody {
    const results: ResponseBody['Results'] = [];
    for (const [index, action] of this.#body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.#perform(action) });
      } catch (error) {
        return { Results: results, Error: this.#refusal(error, action, index) };
      }
    }
    return { Results: results };
  }

  #perform(action: ActionInfo): Json {
    if (action.ActionType === ActionKind.trace) return null;
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionKind.instantiate:
        return this.#identity(object, action.ObjectPathId);
      case ActionKind.query:
        return answerQuery(object, this.#members, action.QueryInfo);
      case ActionKind.method:
        return this.#callForValue(object, action);
      case ActionKind.set:
        return this.#assign(object, action);
      default:
        throw notImplemented(object.type, `action ${action.ActionType} ${action.Name}`);
    }
  }

  #identity(object: HostObject, path: number): Json {
    if (object === NULL_OBJECT) return null;
    const reference = this.#kept.get(path);
    return {
      ...(object.id === undefined ? {} : { Id: object.id, _Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  #callForValue(object: HostObject, action: ActionInfo): Json {
    if (action.Name === '_KeepReference') {
      if (object !== NULL_OBJECT) this.#kept.set(action.ObjectPathId, this.#references.keep(object));
      return null;
    }
    const answer = this.#call(object, action.Name, action.ArgumentInfo);
    return (answer ?? null) as Json;
  }

  #assign(object: HostObject, action: ActionInfo): Json {
    if (object === NULL_OBJECT) throw nullObjectUsed();
    const assign = object.set?.[documentedName(action.Name)];
    if (assign === undefined) throw notImplemented(object.type, `${documentedName(action.Name)} =`);
    this.#members.use(`${object.type}.${documentedName(action.Name)} =`);
    this.#checkGroup(`${object.type}.${documentedName(action.Name)}`);
    assign(action.ArgumentInfo?.Arguments?.[0] ?? null);
    this.#undo.note(`${object.type}.${documentedName(action.Name)}`);
    return null;
  }

  #call(object: HostObject, name: string, info: ArgumentInfo | undefined): Json | HostObject | undefined {
    if (object === NULL_OBJECT) throw nullObjectUsed();
    const method = object.call?.[documentedName(name)];
    if (method === undefined) throw notImplemented(object.type, `${documentedName(name)}()`);
    this.#members.use(`${object.type}.${documentedName(name)}()`);
    this.#checkGroup(`${object.type}.${documentedName(name)}`);
    const answer = method(...this.#arguments(info));
    if (!READING.test(name)) this.#undo.note(`${object.type}.${documentedName(name)}`);
    return answer;
  }

  #checkGroup(member: string): void {
    if (this.#inUndoGroup && !isGroupable(member)) throw undoNotSupported(member);
  }

  #arguments(info: ArgumentInfo | undefined): Argument[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return typeof path === 'number' && path !== 0 ? this.#object(path) : value;
    });
  }

  #object(pathId: number): HostObject {
    const known = this.#objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths[pathId];
    if (path === undefined) throw new HostError('InvalidObjectPath', `The request names no object path ${pathId}.`);
    const object = this.#follow(path);
    this.#objects.set(pathId, object);
    this.#members.meet(object);
    return object;
  }

  #follow(path: ObjectPathInfo): HostObject {
    if (path.ObjectPathType === PathKind.global) return this.#root;
    if (path.ObjectPathType === PathKind.nullObject) return NULL_OBJECT;
    if (path.ObjectPathType === PathKind.reference) return this.#references.find(path.Name);
    const parent = this.#object(path.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case PathKind.method:
        return this.#call(parent, path.Name, path.ArgumentInfo) as HostObject;
      case PathKind.property:
        this.#members.use(`${parent.type}.${documentedName(path.Name)}`);
        return (
          parent.open?.[documentedName(path.Name)]?.() ?? fail(notImplemented(parent.type, documentedName(path.Name)))
        );
      case PathKind.indexer:
        this.#members.use(`${parent.type}.getItem()`);
        return parent.item?.(this.#arguments(path.ArgumentInfo)[0]) ?? fail(notImplemented(parent.type, 'getItem()'));
      default:
        throw notImplemented(parent.type, `object path of kind ${path.ObjectPathType}`);
    }
  }

  /** Errors of Excel are answers; a mistake in the stand-in is one too, but says whose it is. */
  #refusal(error: unknown, action: ActionInfo, index: number): NonNullable<ResponseBody['Error']> {
    const type = this.#objects.get(action.ObjectPathId)?.type ?? '';
    const known = error instanceof HostError;
    return {
      Code: known ? error.code : 'GeneralException',
      Message: known ? error.message : `The Excel stand-in itself failed: ${error}`,
      Location: `${type}.${documentedName(action.Name)}`,
      ActionIndex: index,
      HttpStatusCode: 400,
    };
  }
}

const nullObjectUsed = (): HostError =>
  new HostError('InvalidObjectPath', 'The object path is not valid: its object is a null object.');

function fail(error: Error): never {
  throw error;
}
