import { defineConfig } from 'assay';
import { startSandbox } from './sandbox/index.ts';

/** The main job: the Tickets description against the sandbox, every operation accepted. */
export default defineConfig({
  spec: 'spec/openapi.yaml',
  target: {
    start: async () => {
      const { url, credentials, close } = await startSandbox();
      const { user, password } = credentials.admin;
      return { url, identities: { default: { basic: { user, password } } }, close };
    },
  },
  gate: { accepted: 'all' },
});
