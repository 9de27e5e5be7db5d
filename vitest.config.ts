import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^assay$/, replacement: source('index.ts') },
      { find: /^assay\/vitest$/, replacement: source('vitest.ts') },
      { find: /^assay\/schema$/, replacement: source('schema/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'suites/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['junit', { outputFile: 'reports/vitest.xml' }]],
  },
});
