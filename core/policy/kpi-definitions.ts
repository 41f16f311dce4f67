/**
 * The figures a company is judged by (docs/policy.md "KPIs"), one definition each; names and formulas in locales/…/policy.json
 * under "kpi.<code>". All are counted in the company's time zone, in the month of the denominator's event; later facts become
 * adjustments; a denominator of zero shows "—"; samples and internal orders are left out.
 */
export const kpiDefinitions = [
  { code: 'confirmation-accuracy', row: 'R58', unit: 'ratio' },
  { code: 'timeliness', row: 'R59', unit: 'ratio' },
  { code: 'timeliness-gross', row: 'R59', unit: 'ratio' },
  { code: 'satisfaction', row: 'R60', unit: 'score' },
  { code: 'nps', row: 'R61', unit: 'ratio' },
  { code: 'on-time-delivery', row: 'R61', unit: 'ratio' },
  { code: 'on-time-completion', row: 'R61', unit: 'ratio' },
  { code: 'cycle-time', row: 'R61', unit: 'days' },
  { code: 'first-pass-rate', row: 'R61', unit: 'ratio' },
  { code: 'orders-per-head', row: 'R61', unit: 'orders' },
  { code: 'cost-per-order', row: 'R61', unit: 'money' },
  { code: 'wrong-shipment-rate', row: 'R61', unit: 'ratio' },
  { code: 'bad-debt-rate', row: 'R61', unit: 'ratio' },
  { code: 'fill-rate', row: 'R61', unit: 'ratio' },
  { code: 'information-accuracy', row: 'R61', unit: 'ratio' },
  { code: 'problem-rate', row: 'R61', unit: 'ratio' },
  { code: 'first-call-resolution', row: 'R61', unit: 'ratio' },
  { code: 'error-cost', row: 'R61', unit: 'money' },
] as const satisfies readonly KpiDefinition[];

interface KpiDefinition {
  readonly code: string;
  /** Of docs/requirements.md. */
  readonly row: string;
  readonly unit: 'ratio' | 'score' | 'days' | 'orders' | 'money';
}
