import type { Role } from '../policy/roles.ts';

/** Who is asked what a change does, and signs it with the others 会签. Words: terms `department.…`. */
export const departments = [
  'production',
  'purchasing',
  'warehouse',
  'quality',
  'technical',
  'finance',
  'legal',
] as const;
export type Department = (typeof departments)[number];

/** Whose word counts for a department: who may work out the effect, who may sign. */
export const departmentRoles: Readonly<
  Record<Department, { readonly assess: readonly Role[]; readonly sign: readonly Role[] }>
> = {
  production: { assess: ['production', 'production-head'], sign: ['production-head'] },
  purchasing: { assess: ['purchasing'], sign: ['purchasing'] },
  warehouse: { assess: ['warehouse', 'shipper'], sign: ['warehouse'] },
  quality: { assess: ['quality'], sign: ['quality'] },
  technical: { assess: ['technical'], sign: ['technical'] },
  finance: { assess: ['finance-clerk', 'finance-manager'], sign: ['finance-manager'] },
  legal: { assess: ['legal'], sign: ['legal'] },
};

/** Everybody who speaks for some department. */
export const rolesThat = (act: 'assess' | 'sign'): readonly Role[] => [
  ...new Set(departments.flatMap((department) => departmentRoles[department][act])),
];
