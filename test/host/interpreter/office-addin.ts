import { loud } from './loud.ts';
import type { UndoList } from './undo-list.ts';

/** A call of the add-in to Office that changes nothing in the workbook. */
export interface OfficeCall {
  readonly member: string;
  readonly args: unknown[];
}

/** What became of a press: the command said that it is done, or there was nobody to take it (office-js 3378, 5176). */
export type Press = 'completed' | 'lost';

/** The event that a ribbon command gets. */
interface ActionEvent {
  readonly source: { readonly id: string };
  completed(): void;
}

/** Ribbon, pane and what the add-in asked of them. */
export function ribbonAndPane(undo: UndoList, refuse: (member: string) => never) {
  const calls: OfficeCall[] = [];
  const note = (member: string, ...args: unknown[]): void => void calls.push({ member, args });
  const noted =
    (member: string) =>
    async (...args: unknown[]): Promise<void> =>
      note(member, ...args);
  const actions = new Map<string, (event: ActionEvent) => unknown>();
  let startup: unknown = 'None';
  const members = {
    actions: loud(
      'Office.actions',
      { associate: (id: string, action: (event: ActionEvent) => unknown) => void actions.set(id, action) },
      refuse,
    ),
    addin: loud(
      'Office.addin',
      {
        showAsTaskpane: noted('addin.showAsTaskpane'),
        hide: noted('addin.hide'),
        setStartupBehavior: async (behavior: unknown) => {
          startup = behavior;
          note('addin.setStartupBehavior', behavior);
        },
        getStartupBehavior: async () => startup,
        // The pane of the stand-in is never hidden, so there is nothing to tell.
        onVisibilityModeChanged: async () => async () => undefined,
      },
      refuse,
    ),
    ribbon: loud(
      'Office.ribbon',
      {
        requestUpdate: async (update: unknown) => {
          undo.empty('ribbon.requestUpdate');
          note('ribbon.requestUpdate', update);
        },
        requestCreateControls: noted('ribbon.requestCreateControls'),
      },
      refuse,
    ),
  };

  /**
   * Presses a ribbon button; done when the command says so by `event.completed()`. Office starts the page where it has to, and
   * a press for which the page has associated no action by then is gone: nothing is tried again, and nobody is told.
   */
  async function runAction(id: string): Promise<Press> {
    const action = actions.get(id);
    if (action === undefined) return 'lost';
    const completed = new Promise<void>((resolve) => {
      void action({ source: { id }, completed: resolve });
    });
    await completed;
    return 'completed';
  }
  return { members, calls, note, runAction };
}
