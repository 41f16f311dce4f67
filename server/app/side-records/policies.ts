import { type ChangePolicy, standardChangePolicy } from '../../../core/change/policy.ts';
import { type EscalationChain, standardEscalation } from '../../../core/hold/escalation.ts';
import type { PolicyInForce } from '../../../core/policy/in-force.ts';

/** What changes obey in this company. */
export const changePolicyIn = ({ duties }: PolicyInForce): ChangePolicy => ({ ...standardChangePolicy, duties });

/** Whom each role turns to when it is late. */
export const escalationIn = (_policy: PolicyInForce): EscalationChain => standardEscalation;
