/**
 * The batch protocol that Microsoft's Excel client speaks with its host ("RichApi"): what `Excel.run` collects until
 * `context.sync()` is one request of actions over object paths. Names and numbers are Microsoft's.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What one action of a request asks for. */
export const ActionKind = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** How an object of a request is reached. */
export const PathKind = { global: 1, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Arguments; where one of them is an object, `ReferencedObjectPathIds` has its path id at the same place, else 0. */
export interface ArgumentInfo {
  readonly Arguments?: Json[];
  readonly ReferencedObjectPathIds?: Json[];
}

/** What a `load(…)` asked for; names as the add-in spelled them, with `/` between levels. */
export interface QueryInfo {
  readonly Select?: string[];
  readonly Expand?: string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  readonly Actions: ActionInfo[];
  readonly ObjectPaths: Record<string, ObjectPathInfo>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** `Error` stops the batch at `ActionIndex`; what ran before it stays done, as in Excel. */
export interface ResponseBody {
  readonly Results: ActionResult[];
  readonly Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}
