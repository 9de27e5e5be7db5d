// Runs dependency-cruiser over the tree and refuses to be satisfied by an empty graph: a cruiser
// that sees no module reports success.
import { spawnSync } from 'node:child_process';

const roots = ['src', 'sandbox', 'suites'];
const cruised = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'json', ...roots],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (cruised.stdout === '') {
  console.error(cruised.stderr);
  process.exit(1);
}
const { modules, summary } = JSON.parse(cruised.stdout);
const own = modules.filter(({ source }) => source.startsWith('src/')).length;
if (own === 0) {
  console.error('check:layers saw no module under src/: the layer rules were not checked.');
  process.exit(1);
}
for (const { rule, from, to } of summary.violations)
  console.error(`${rule.name}: ${from} -> ${to}`);
if (summary.violations.length > 0) process.exit(1);
console.log(`layers: ${own} modules under src/, no arrow runs back up`);
