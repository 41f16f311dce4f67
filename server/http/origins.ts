import type { FastifyRequest } from 'fastify';
import { isForOffice } from './headers.ts';
import { problem } from './problem.ts';

/**
 * The addresses this server answers under, "http://127.0.0.1:4820". Known only once it listens, so they are filled in then;
 * until that moment everybody is turned away.
 */
export class OwnOrigins {
  #origins: ReadonlySet<string> = new Set();
  #hosts: ReadonlySet<string> = new Set();

  #addin: string | null = null;

  /** @param addin the https address Excel loads the pane from; null while there is no certificate */
  set(desk: readonly string[], addin: string | null): void {
    const origins = addin === null ? desk : [...desk, addin];
    this.#origins = new Set(origins);
    this.#hosts = new Set(origins.map((origin) => new URL(origin).host));
    this.#addin = addin;
  }

  get addin(): string | null {
    return this.#addin;
  }

  /**
   * Refuses other Host names (a foreign page whose name was rebound to this address) and other Origins (a foreign page that
   * sends requests here). Exact lists, no wildcards; only what Office itself fetches is read from its own pages too.
   */
  readonly guard = async ({ headers, method, url }: FastifyRequest): Promise<void> => {
    if (!this.#hosts.has((headers.host ?? '').toLowerCase())) throw problem(421, 'host.foreign');
    if (method === 'GET' && isForOffice(url)) return;
    if (headers.origin !== undefined && !this.#origins.has(headers.origin)) throw problem(403, 'origin.foreign');
  };
}
