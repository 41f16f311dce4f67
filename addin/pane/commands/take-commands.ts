import { onOfficeAction } from '../../excel/office-surroundings.ts';
import type { CommandQueue } from './command-queue.ts';
import { commandOfKey, commands, opensPane } from './commands.ts';

/**
 * Takes what the ribbon, the cell menu and Excel's keys ask for. As soon as Office is there: a button pressed while the pane is
 * closed starts this page, and Excel gives up at once on an action that nobody has made known.
 */
export function takeOfficeCommands(queue: CommandQueue): void {
  for (const command of commands)
    onOfficeAction(command, { opensPane: opensPane(command) }, () => queue.give(command, 'excel'));
}

/** Takes keys pressed in the pane itself; returns what ends that. */
export function takeKeys(queue: CommandQueue): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOfKey(event);
    if (command === null) return;
    event.preventDefault();
    queue.give(command, 'pane');
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
