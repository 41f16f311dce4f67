import type { Command } from './commands.ts';

type Perform = (command: Command) => Promise<void>;

/**
 * Commands wait here for the pane: one may be given before anyone is connected, or while the pane reads, checks or posts,
 * and follows as soon as it can. One after the other, in the order they were given.
 */
export interface CommandQueue {
  give(command: Command): void;
  /** The pane can do them now; returns what ends that. `perform` shows its own faults and never rejects. */
  serve(perform: Perform): () => void;
}

export function createCommandQueue(): CommandQueue {
  const waiting: Command[] = [];
  let perform: Perform | null = null;
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    while (perform) {
      const command = waiting.shift();
      if (command === undefined) break;
      await perform(command);
    }
    working = false;
  };
  return {
    give(command) {
      // An impatient second press of what still waits asks for nothing new.
      if (!waiting.includes(command)) waiting.push(command);
      void work();
    },
    serve(ready) {
      perform = ready;
      void work();
      return () => {
        if (perform === ready) perform = null;
      };
    },
  };
}
