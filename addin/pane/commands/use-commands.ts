import { useEffect, useMemo } from 'react';
import { onOfficeAction } from '../../excel/office-surroundings.ts';
import { type CommandQueue, createCommandQueue } from './command-queue.ts';
import { commandOfKey, commands, opensPane } from './commands.ts';

/** Takes commands from Excel and from the pane's own keys, from the moment Excel is there. */
export function useCommands(): CommandQueue {
  const queue = useMemo(createCommandQueue, []);
  useEffect(() => {
    for (const command of commands)
      onOfficeAction(command, { opensPane: opensPane(command) }, () => queue.give(command));
  }, [queue]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOfKey(event);
      if (command === null) return;
      event.preventDefault();
      queue.give(command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [queue]);
  return queue;
}
