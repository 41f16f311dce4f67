/**
 * `Excel.run({ mergeUndoGroup: true }, …)` came with ExcelApi 1.20; the client that Microsoft publishes as a package drops the
 * option. Here its requests say by a bit of their own that they belong to a group. An older Excel knows no groups.
 */
const GROUPS_SET = '1.20';

/** Beside the client's own request flags. */
export const UNDO_GROUP = 1 << 20;

type Batch = (context: { _requestFlagModifier: number }) => Promise<unknown>;

/** Teaches `Excel.run` of Microsoft's client to tell the host of undo groups. */
export function teachClientUndoGroups(): void {
  const { Excel, Office } = globalThis as unknown as {
    Excel: { run: (...args: unknown[]) => Promise<unknown> };
    Office: { context: { requirements: { isSetSupported(name: string, version: string): boolean } } };
  };
  const { run } = Excel;
  const isGroup = (options: unknown): boolean =>
    (options as { mergeUndoGroup?: unknown } | null)?.mergeUndoGroup === true &&
    Office.context.requirements.isSetSupported('ExcelApi', GROUPS_SET);
  const grouped =
    (batch: Batch): Batch =>
    (context) => {
      context._requestFlagModifier |= UNDO_GROUP;
      return batch(context);
    };
  Excel.run = (...args) => {
    const batch = args.at(-1) as Batch;
    return isGroup(args[0]) ? run(args[0], grouped(batch)) : run(...args);
  };
}
