/** What Excel's ribbon, cell menu and keys can ask of the pane, by the names in manifest.xml and shortcuts.json. */
export const commands = [
  'checkSheet',
  'postOrders',
  'showPapers',
  'writeStatuses',
  'showBooks',
  'checkRow',
  'showRowPapers',
  'showLastPrice',
  'copyReply',
  'nextFinding',
  'previousFinding',
] as const;
export type Command = (typeof commands)[number];

const walks: ReadonlySet<Command> = new Set(['nextFinding', 'previousFinding']);

/** Walking through findings leaves the hand in the grid; all else is answered in the pane, which is opened for it. */
export const opensPane = (command: Command): boolean => !walks.has(command);

/** The command of a key pressed inside the pane; Excel's own keys don't reach it there on every platform. */
export function commandOfKey(event: KeyboardEvent): Command | null {
  if (event.key === 'F8') return event.shiftKey ? 'previousFinding' : 'nextFinding';
  // AltGr types letters on many keyboards, and looks like Ctrl+Alt.
  if (!event.ctrlKey || !event.altKey || event.getModifierState('AltGraph')) return null;
  return commandOfCode[event.code] ?? null;
}
const commandOfCode: Readonly<Record<string, Command>> = {
  KeyK: 'checkSheet',
  KeyN: 'nextFinding',
  KeyP: 'previousFinding',
  KeyO: 'postOrders',
  Enter: 'postOrders',
};
