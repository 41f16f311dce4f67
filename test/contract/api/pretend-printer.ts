import { createHash } from 'node:crypto';
import type { Printed, Printer } from '../../../server/ports.ts';

/** Prints a model as its JSON: the API's own tests are about who prints what when, not about PDF. */
export class PretendPrinter implements Printer {
  printed: string[] = [];
  /** Thrown by the next prints while set. */
  fault: Error | null = null;

  missingCharacters(model: unknown): readonly string[] {
    return JSON.stringify(model).includes('𠮷') ? ['𠮷'] : [];
  }

  async print(model: unknown): Promise<Printed> {
    if (this.fault) throw this.fault;
    const { number } = model as { number: string };
    this.printed.push(number);
    const pdf = new TextEncoder().encode(`%PDF ${JSON.stringify(model)}`);
    return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: 1, templateVersion: 'test' };
  }

  async printFile(models: readonly unknown[]) {
    const pdf = new TextEncoder().encode(
      `%PDF ${models.map((model) => (model as { number: string }).number).join(' ')}`,
    );
    return { pdf, pages: models.map(() => 1) };
  }

  async close(): Promise<void> {}
}
