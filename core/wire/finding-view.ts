import { z } from 'zod';
import { type CheckCode, checkCodes } from '../check/codes.ts';
import { detailCodes } from '../check/detail.ts';

/** What the server answers with where rows are wrong. Shapes only; what they mean is in core. */
export const shown = z.object({
  kind: z.enum(['text', 'money', 'quantity', 'date', 'ratio']),
  value: z.string(),
  currency: z.string().exactOptional(),
  unit: z.string().exactOptional(),
});
const fix = z.object({
  sheet: z.string(),
  cell: z.string(),
  row: z.int(),
  column: z.int(),
  value: z.union([z.string(), z.number()]),
  format: z.string().exactOptional(),
});
const detail = z.object({
  code: z.enum(detailCodes),
  values: z.record(z.string(), shown).exactOptional(),
});
export const finding = z.object({
  code: z.enum(Object.keys(checkCodes) as [CheckCode, ...CheckCode[]]),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string().exactOptional(),
  sheet: z.string(),
  cell: z.string(),
  row: z.int(),
  column: z.int(),
  order: z.string().nullable(),
  expected: shown.exactOptional(),
  actual: shown.exactOptional(),
  data: z.record(z.string(), z.string()).exactOptional(),
  details: z.array(detail.extend({ list: z.array(detail).exactOptional() })).exactOptional(),
  fix: fix.exactOptional(),
  choices: z.array(fix.extend({ label: z.string() })).exactOptional(),
});
