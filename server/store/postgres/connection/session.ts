import type { ClientBase } from 'pg';
import { compiled, type Query } from './queries.ts';

/** One connection, for as long as its transaction lasts. */
export class Session {
  readonly #client: ClientBase;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  async all<Row>(query: Query<Row>): Promise<readonly Row[]> {
    const { sql, parameters } = compiled(query);
    const { rows } = await this.#client.query(sql, [...parameters]);
    return rows as Row[];
  }

  async first<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.all(query))[0];
  }

  /** For libraries that bring statements of their own into the transaction. */
  async text(statement: string, values: readonly unknown[] = []): Promise<{ readonly rows: unknown[] }> {
    return this.#client.query(statement, [...values]);
  }
}
