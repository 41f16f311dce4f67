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
  refuse: (member: string) => never,
): {
  context: object;
  members: Record<string, unknown>;
  calls: OfficeCall[];
  runAction: (id: string) => Promise<Press>;
} {
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  const addin = ribbonAndPane(book.undo, refuse);
  const members = {
    ...addin.members,
    initialize: () => undefined,
    onReady: async (callback?: (ready: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
    StartupBehavior: { none: 'None', load: 'Load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
  };
  const context = officeContext(book, options, addin.note, refuse);
  return { context, members, calls: addin.calls, runAction: addin.runAction };
}
