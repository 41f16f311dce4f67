/** Something that orders are posted to, over and over. */
export interface Subject {
  /** Keeps one more order; resolves when it is answered, which is when it is as durable as it gets there. */
  post(): Promise<void>;
  close(): Promise<void>;
}

/** How many were answered in how long. */
export interface Posted {
  readonly orders: number;
  readonly ms: number;
}

/** Posts for a while: so many clients, each of them the next order as soon as its last one is answered. */
export async function postFor(subject: Subject, clients: number, forMs: number): Promise<Posted> {
  const began = performance.now();
  let orders = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < forMs) {
      await subject.post();
      orders += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { orders, ms: performance.now() - began };
}
