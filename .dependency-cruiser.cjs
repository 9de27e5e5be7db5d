// The floors of docs/architecture.md, top first: a file may import from its own floor's room and from lower floors only.
const floors = [
  ['cli', 'vitest\\.ts', 'index\\.ts'],
  ['replay\\.ts'],
  ['assay\\.ts'],
  ['config'],
  ['reporters'],
  ['run'],
  ['checks'],
  ['sequences', 'transport'],
  ['cases'],
  ['wire'],
  ['schema'],
  ['spec'],
];
const pattern = (rooms) =>
  `^src/(${rooms.map((r) => (r.endsWith('ts') ? `${r}$` : `${r}/`)).join('|')})`;
const upward = floors.flatMap((rooms, index) =>
  index === 0
    ? []
    : [
        {
          name: `no-arrow-up-from-${rooms[0].replace(/\W/g, '')}`,
          comment: 'Imports run one way, down the floors (docs/architecture.md).',
          severity: 'error',
          from: { path: pattern(rooms) },
          to: { path: pattern(floors.slice(0, index).flat()) },
        },
      ],
);
const apart = [
  { name: 'transport-apart', from: 'transport', to: 'sequences' },
  { name: 'sequences-apart', from: 'sequences', to: 'transport' },
].map(({ name, from, to }) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: `^src/${to}/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...apart,
    {
      name: 'no-circular',
      comment:
        'schema/ is an algebra whose rules call each other; everywhere else a circle is two ideas in one.',
      severity: 'error',
      from: { pathNot: '^src/schema/' },
      to: { circular: true },
    },
    {
      name: 'harness-knows-no-vendor',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|suites|spec|tests|bench)/' },
    },
    {
      name: 'sandbox-stands-alone',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|spec|suites|tests|bench)/' },
    },
    {
      name: 'parser-in-spec',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(spec|config)/' },
      to: { path: 'node_modules/(@apidevtools/swagger-parser|yaml|jsonc-parser)/' },
    },
    {
      name: 'ajv-in-schema',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/schema/' },
      to: { path: 'node_modules/(ajv|ajv-formats|@eslint-community/regexpp)/' },
    },
    {
      name: 'undici-in-transport',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/transport/' },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'commander-in-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: 'node_modules/commander/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
