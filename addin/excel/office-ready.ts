/** Where the page runs: inside Excel, or opened by hand in a browser; `no-answer` = office.js could not be had. */
export type OfficeHost = 'excel' | 'none' | 'no-answer';

/** Office that hasn't answered by then was blocked or is out of reach; `onReady` alone would wait for ever. */
const patienceMs = 10_000;

/**
 * Fetches office.js and waits for it. It is fetched by hand, not by a tag in the page: so the pane is drawn before it
 * comes, and a blocked address is known at once.
 */
export async function loadOffice(source: string): Promise<OfficeHost> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<'no-answer'>((resolve) => {
    patience = setTimeout(() => resolve('no-answer'), patienceMs);
  });
  const host = fetchScript(source).then(
    async () => ((await Office.onReady()).host === Office.HostType.Excel ? 'excel' : 'none'),
    () => 'no-answer' as const,
  );
  return Promise.race([host, tooLate]).finally(() => clearTimeout(patience));
}

const fetchScript = (source: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${source} could not be loaded`)));
    document.head.append(script);
  });
