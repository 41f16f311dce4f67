import type { Role } from './roles.ts';

/** Row A: who may take goods from a customer they were promised to. */
export const reallocators = ['sales-manager', 'director', 'general-manager'] as const satisfies readonly Role[];
