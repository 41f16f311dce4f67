import { changeLifecycle } from '../change/transitions.ts';
import { holdLifecycle } from '../hold/transitions.ts';
import { returnLifecycle } from '../return/transitions.ts';
import { communicationLifecycle } from '../service/communication/transitions.ts';
import { complaintLifecycle } from '../service/complaint/transitions.ts';
import { surveyLifecycle } from '../service/survey/transitions.ts';
import type { RecordLifecycle } from './lifecycle.ts';

/** Every record beside an order, for docs/record-lifecycles.md and for what is true of all of them. */
export const recordLifecycles: readonly RecordLifecycle<string, string>[] = [
  changeLifecycle,
  returnLifecycle,
  holdLifecycle,
  communicationLifecycle,
  complaintLifecycle,
  surveyLifecycle,
];
