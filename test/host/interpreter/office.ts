import type { Loudly } from './loud.ts';
import { type OfficeCall, type Press, ribbonAndPane } from './office-addin.ts';
import { officeContext } from './office-context.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** What a test can choose about the Office around the pane. */
export interface OfficeOptions {
  /** Language of Excel's own texts, e.g. `zh-CN`. */
  readonly language: string;
  /** Newest version of each requirement set that this Excel has. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Excel's own screens are dark. */
  readonly dark?: boolean;
}

/** Members of Office that come from office.js itself, which is not loaded. */
export function officeMembers(
  book: WorkbookModel,
  options: OfficeOptions,
  loudly: Loudly,
): {
  context: object;
  members: Record<string, unknown>;
  calls: OfficeCall[];
  runAction: (id: string) => Promise<Press>;
} {
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  const addin = ribbonAndPane(book.undo, loudly);
  const members = {
    ...addin.members,
    onReady: async (callback?: (ready: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    HostType: { Excel: 'Excel' },
  };
  const context = officeContext(book, options, loudly);
  return { context, members, calls: addin.calls, runAction: addin.runAction };
}
