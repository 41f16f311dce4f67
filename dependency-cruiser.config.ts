import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom (ARCHITECTURE.md). Each rule says why it stands. scripts/check-folders.ts runs them and fails when
 * nothing was cruised: a rule set that sees no module would pass anything.
 */
/** Pure all of them: exact decimals, shapes, Chinese numerals, and China's public holidays (of which only the data is used). */
const corePackages = ['big\\.js', 'zod', 'nzh', 'chinese-days'];
export const forbidden: readonly (IForbiddenRuleType & { readonly name: string; readonly comment: string })[] = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'A cycle means two folders are one thing; nothing in it can be read alone.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolved',
    severity: 'error',
    comment: 'An import that resolves to nothing breaks at run time only.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'core-is-pure',
    severity: 'error',
    comment: 'The rules run in Excel, browser, command line and server: no I/O, no clock, no Excel.',
    from: { path: '^core/' },
    to: { pathNot: `^core/|^node_modules/(@types/)?(${corePackages.join('|')})(/|$)` },
  },
  {
    name: 'workbook-knows-core-only',
    severity: 'error',
    comment: 'Bytes to grid and back, in Node and in the browser.',
    from: { path: '^workbook/' },
    to: { path: '^(server|desk|addin|ui|locales|test)/' },
  },
  {
    name: 'workbook-runs-in-browsers',
    severity: 'error',
    comment: 'Only workbook/node may lean on Node: the rest opens files in the browser too.',
    from: { path: '^workbook/', pathNot: '^workbook/node/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'locales-are-leaves',
    severity: 'error',
    comment: 'Texts depend on codes at most.',
    from: { path: '^locales/' },
    to: { path: '^(server|desk|addin|ui|workbook|test)/' },
  },
  {
    name: 'ui-is-shared',
    severity: 'error',
    comment: 'What pane and desk share may know neither of them, nor the server.',
    from: { path: '^ui/' },
    to: { path: '^(server|desk|addin|workbook|test)/' },
  },
  {
    name: 'addin-sees-no-files',
    severity: 'error',
    comment: 'The pane reads cells through Excel; exceljs would double its size.',
    from: { path: '^addin/' },
    to: { path: '^(server|desk|workbook|test)/' },
  },
  {
    name: 'desk-sees-no-server',
    severity: 'error',
    comment: 'Screens and server meet in core/wire only.',
    from: { path: '^desk/' },
    to: { path: '^(server|addin|test)/' },
  },
  {
    name: 'server-sees-no-screens',
    severity: 'error',
    comment: 'Screens and server meet in core/wire only.',
    from: { path: '^server/' },
    to: { path: '^(addin|desk|ui|test)/' },
  },
  {
    name: 'app-and-http-know-ports-only',
    severity: 'error',
    comment:
      'Decisions stay independent of disk, browser and database; main.ts and cli compose. What every store throws is of the port.',
    from: { path: '^server/(app|http)/' },
    to: {
      path: '^server/(store|backup|print|report|mail|jobs|auth|cli)/|^server/main',
      pathNot: '^server/store/store-fault\\.ts$',
    },
  },
  {
    name: 'core-folder-order',
    severity: 'error',
    comment: 'Values know no rule; sheets know no order; checks know no lifecycle.',
    from: { path: '^core/value/' },
    to: { path: '^core/', pathNot: '^core/value/' },
  },
  {
    name: 'nothing-imports-test',
    severity: 'error',
    comment: 'Production code never leans on test code.',
    from: { pathNot: '^(test|scripts|bench)/' },
    to: { path: '^test/' },
  },
  {
    name: 'audit-oracle-shares-no-code',
    severity: 'error',
    comment:
      'What is worked out to judge the checks (docs/audit.md) may not lean on what it judges: only the names of the codes.',
    from: { path: '^test/audit/oracle/' },
    to: { path: '^(core|workbook|locales|server|ui|addin|desk)/', pathNot: '^core/check/codes\\.ts$' },
  },
  {
    name: 'production-needs-no-dev-dependency',
    severity: 'error',
    comment: 'A customer installs without development dependencies.',
    from: { path: '^(core|workbook|locales|addin|desk|ui|server)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
  },
];

export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
  },
};
