import { conformance } from 'assay/vitest';
import config from '../assay.config.ts';

await conformance({ ...config, maxCases: 10 });
