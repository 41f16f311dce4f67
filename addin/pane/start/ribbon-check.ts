/** The ribbon's check button: may be pressed before anyone is connected, then the check follows as soon as it can. */
export interface RibbonCheck {
  pressed(): Promise<void>;
  /** The pane is ready to check; returns what ends that. */
  serve(check: () => Promise<void>): () => void;
}

export function createRibbonCheck(): RibbonCheck {
  let check: (() => Promise<void>) | null = null;
  let wished = false;
  return {
    async pressed() {
      if (check) await check();
      else wished = true;
    },
    serve(ready) {
      check = ready;
      if (wished) {
        wished = false;
        void ready();
      }
      return () => {
        check = null;
      };
    },
  };
}
