/** Which OpenAPI line a document says it follows. */
import type { Dialect } from './api.ts';

/** @returns the dialect that a whole OpenAPI document says it is in. */
export function dialectOf(document: unknown): Dialect | undefined {
  if (typeof document !== 'object' || document === null || !('openapi' in document))
    return undefined;
  const version: unknown = document.openapi;
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  if (/^3\.0(\.|$)/.test(String(version)) || version === 3) return 'openapi-3.0';
  return /^3\.1(\.|$)/.test(String(version)) ? 'openapi-3.1' : undefined;
}
