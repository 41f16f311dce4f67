import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly database: Socket;
}

/** COMMIT as a message of PostgreSQL's protocol: a simple query. */
const commit = Buffer.from('Q\0\0\0\u000bCOMMIT\0', 'latin1');
const isCommit = (bytes: Buffer | string): boolean => bytes instanceof Buffer && bytes.includes(commit);

/** A network between servers and their database that is slow, breaks, and loses things when it is told to. */
export class LongWay {
  readonly #server: Server;
  readonly #database: URL;
  readonly #latency: number;
  readonly #pairs = new Set<Pair>();
  #commitsToLose = 0;
  #isSilent = false;
  #isShut = false;
  #lostCommits = 0;

  private constructor(database: URL, latency: number) {
    this.#database = database;
    this.#latency = latency;
    this.#server = createServer((client) => this.#pass(client));
  }

  /**
   * @param database its address
   * @param latency milliseconds that whatever is said to the database takes to get there
   */
  static async to(database: string, latency = 0): Promise<LongWay> {
    const way = new LongWay(new URL(database), latency);
    await new Promise<void>((resolve) => way.#server.listen(0, '127.0.0.1', resolve));
    return way;
  }

  /** The same address, reached over here. */
  over(address: string): string {
    const url = new URL(address);
    url.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** Breaks every connection; new ones can be made at once. */
  cut(): void {
    for (const pair of this.#pairs) breakOff(pair);
  }

  /** Breaks every connection, and new ones as they are made. Ends with `open`. */
  shut(): void {
    this.#isShut = true;
    this.cut();
  }

  open(): void {
    this.#isShut = false;
  }

  /** The next ones reach the database; their connections break instead of bringing its answer. */
  loseCommits(count: number): void {
    this.#commitsToLose = count;
  }

  /** Answers to COMMIT that never arrived. */
  get lostCommits(): number {
    return this.#lostCommits;
  }

  /** Nothing arrives any more, and nobody is told; connections can still be made. Ends with `speak`. */
  fallSilent(): void {
    this.#isSilent = true;
    for (const { client, database } of this.#pairs) for (const socket of [client, database]) socket.pause();
  }

  /** What was sent meanwhile arrives. */
  speak(): void {
    this.#isSilent = false;
    for (const { client, database } of this.#pairs) for (const socket of [client, database]) socket.resume();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  #pass(client: Socket): void {
    if (this.#isShut) {
      client.destroy();
      return;
    }
    const database = connect({ host: this.#database.hostname, port: Number(this.#database.port), noDelay: true });
    const pair: Pair = { client, database };
    client.setNoDelay(true);
    let isCommitting = false;
    client.on('data', (bytes) => {
      if (this.#commitsToLose > 0 && isCommit(bytes)) {
        this.#commitsToLose -= 1;
        isCommitting = true;
      }
      if (this.#latency === 0) database.write(bytes);
      else setTimeout(() => database.writable && database.write(bytes), this.#latency);
    });
    database.on('data', (bytes) => {
      if (!isCommitting) client.write(bytes);
      else {
        this.#lostCommits += 1;
        breakOff(pair);
      }
    });
    this.#pairs.add(pair);
    // Whichever side ends takes the other with it.
    for (const socket of [client, database]) {
      socket.on('error', () => breakOff(pair));
      socket.on('close', () => {
        this.#pairs.delete(pair);
        breakOff(pair);
      });
      if (this.#isSilent) socket.pause();
    }
  }
}

function breakOff({ client, database }: Pair): void {
  client.destroy();
  database.destroy();
}
