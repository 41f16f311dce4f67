import type { Loudly } from './loud.ts';
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
export function ribbonAndPane(undo: UndoList, loudly: Loudly) {
  const calls: OfficeCall[] = [];
  const note = (member: string, ...args: unknown[]): void => void calls.push({ member, args });
  const actions = new Map<string, (event: ActionEvent) => unknown>();
  const members = {
    actions: loudly('Office.actions', {
      associate: (id: string, action: (event: ActionEvent) => unknown) => void actions.set(id, action),
    }),
    addin: loudly('Office.addin', { showAsTaskpane: async () => note('addin.showAsTaskpane') }),
    ribbon: loudly('Office.ribbon', {
      requestUpdate: async (update: unknown) => {
        undo.empty('ribbon.requestUpdate');
        note('ribbon.requestUpdate', update);
      },
    }),
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
  return { members, calls, runAction };
}
