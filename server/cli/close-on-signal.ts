/** Ctrl+C and the system's shutdown finish what was begun; a second Ctrl+C doesn't wait for it. */
export function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void close().then(() => process.exit(0));
    });
}
