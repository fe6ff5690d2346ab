/** The import rules of docs/architecture.md, checked by machine. */
const own = (path) => `^src/${path}`;
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: own('kernel/') },
      to: { path: '^src/', pathNot: own('kernel/') },
    },
    {
      name: 'ports-know-the-kernel',
      severity: 'error',
      from: { path: own('ports/') },
      to: { path: '^src/', pathNot: own('(kernel|ports)/') },
    },
    {
      name: 'runtime-knows-kernel-and-ports',
      severity: 'error',
      from: { path: own('runtime/') },
      to: { path: '^src/', pathNot: own('(kernel|ports|runtime)/') },
    },
    {
      name: 'guidelines-know-the-kernel',
      severity: 'error',
      from: { path: own('guidelines/') },
      to: { path: '^src/', pathNot: own('(kernel|guidelines)/') },
    },
    {
      name: 'features-are-pure',
      severity: 'error',
      from: { path: own('features/([^/]+)/(model|decide|policy|present|texts)\\.ts') },
      to: {
        path: '^src/',
        pathNot: [
          own('kernel/'),
          own('features/$1/'),
          own('features/register/model\\.ts'),
          own('guidelines/'),
        ],
      },
    },
    {
      name: 'features-know-the-types-of-guidelines',
      severity: 'error',
      from: { path: own('features/') },
      to: {
        path: own('guidelines/'),
        dependencyTypesNot: ['type-only'],
        pathNot: own('guidelines/(schema|conditions)\\.ts'),
      },
    },
    {
      name: 'flow-knows-ports',
      severity: 'error',
      from: { path: own('features/([^/]+)/[^/]+\\.ts') },
      to: {
        path: '^src/',
        pathNot: [
          own('(kernel|ports|guidelines)/'),
          own('features/$1/'),
          own('features/register/model\\.ts'),
        ],
      },
    },
    {
      name: 'adapters-know-kernel-and-ports',
      severity: 'error',
      from: { path: own('adapters/([^/]+)/'), pathNot: own('adapters/organisation/') },
      to: { path: '^src/', pathNot: [own('(kernel|ports)/'), own('adapters/$1/')] },
    },
    {
      // It reads guideline files too, and hands them to their checks.
      name: 'the-organisation-adapter-knows-guidelines',
      severity: 'error',
      from: { path: own('adapters/organisation/') },
      to: { path: '^src/', pathNot: own('(kernel|ports|guidelines|adapters/organisation)/') },
    },
    {
      name: 'the-sdk-is-sealed',
      severity: 'error',
      from: { path: '^src/', pathNot: own('adapters/teams/') },
      to: { path: 'node_modules/(botbuilder[^/]*|botframework[^/]*|@microsoft/teams-ai)/' },
    },
    {
      name: 'cosmos-is-sealed',
      severity: 'error',
      from: { path: '^src/', pathNot: own('adapters/cosmos/') },
      to: { path: 'node_modules/@azure/cosmos/' },
    },
    {
      name: 'sqlite-is-sealed',
      severity: 'error',
      from: { path: '^src/', pathNot: own('adapters/embedded/') },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'blob-is-sealed',
      severity: 'error',
      from: { path: '^src/', pathNot: own('adapters/blob/') },
      to: { path: 'node_modules/@azure/storage-blob/' },
    },
    {
      name: 'only-compose-sees-all',
      severity: 'error',
      from: { path: '^src/', pathNot: own('(compose|index)\\.ts') },
      to: { path: own('compose\\.ts') },
    },
    {
      name: 'src-knows-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
