import type { HTTPRequest } from 'puppeteer';

export type NetworkState = 'up' | 'down' | 'hanging';

/** The way from the pane to the company's server. What was open when it breaks (the stream of news) stays open. */
export class Network {
  #state: NetworkState = 'up';
  #held: HTTPRequest[] = [];

  /** Coming back gives up what hung: a browser would find such a connection dead. */
  set(state: NetworkState): void {
    this.#state = state;
    if (state === 'hanging') return;
    const held = this.#held;
    this.#held = [];
    // A page that went away meanwhile has nobody left to be told.
    for (const request of held) request.abort('timedout').catch(() => undefined);
  }

  async pass(request: HTTPRequest): Promise<void> {
    if (this.#state === 'up') await request.continue();
    else if (this.#state === 'down') await request.abort('internetdisconnected');
    else this.#held.push(request);
  }
}
