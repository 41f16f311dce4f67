import { z } from 'zod';
import type { Endpoint, EndpointName } from './endpoints.ts';
import { liveEvent } from './live.ts';
import { problem } from './refusals.ts';

/** What goes over the wire, as one text: whoever has another one would misread the other side. */
export const shapesOf = (endpoints: Readonly<Record<EndpointName, Endpoint>>): string =>
  JSON.stringify([
    shapeOf(liveEvent, 'output'),
    shapeOf(problem, 'output'),
    ...Object.entries(endpoints).map(([name, { method, path, takesFile, once, params, query, body, answer }]) => [
      name,
      method,
      path,
      takesFile,
      once,
      ...[params, query, body].map((sent) => sent && shapeOf(sent, 'input')),
      typeof answer === 'string' ? answer : shapeOf(answer, 'output'),
    ]),
  ]);

const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });
