import type { Command } from './commands.ts';

type Perform = (command: Command) => Promise<void>;

/** Who heard of a command: Excel (ribbon, cell menu, its own keys), or the pane, where a key was pressed in it. */
export type CommandSource = 'excel' | 'pane';

/**
 * Commands wait here for the pane: one may be given before anyone is connected, or while the pane reads, checks or posts,
 * and follows as soon as it can. One after the other, in the order they were given.
 */
export interface CommandQueue {
  give(command: Command, from: CommandSource): void;
  /** The pane can do them now; returns what ends that. `perform` shows its own faults and never rejects. */
  serve(perform: Perform): () => void;
}

/** @param now milliseconds, from anywhere */
export function createCommandQueue(now: () => number = () => performance.now()): CommandQueue {
  const waiting: Command[] = [];
  const isEcho = echoes(now);
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
    give(command, from) {
      if (isEcho(command, from)) return;
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

/** No hand gives one command twice so fast in two places. */
const echoMs = 150;

/** One key pressed in the pane may come twice: on the web Excel's client hands Ctrl+Alt keys on to Excel, whatever the page does. */
function echoes(now: () => number): (command: Command, from: CommandSource) => boolean {
  const last = new Map<Command, { readonly from: CommandSource; readonly at: number }>();
  return (command, from) => {
    const earlier = last.get(command);
    const at = now();
    if (earlier && earlier.from !== from && at - earlier.at < echoMs) return true;
    last.set(command, { from, at });
    return false;
  };
}
