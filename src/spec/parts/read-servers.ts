/** Where an API is to be found (OAS 3.1.0, sections 4.8.5 and 4.8.6). */
import { isObject, items, member, members, type Part, textMember } from './part.ts';
import type { Reading } from './reading.ts';
import { resolveServer } from '../resolve-server.ts';

/** @returns the URLs, variables replaced by their defaults; the URL `/` when none is declared. */
export function readServers(reading: Reading, part: Part | undefined): readonly string[] {
  if (part !== undefined && !Array.isArray(part.value)) {
    const message = 'servers must be a list; it is left out';
    reading.report(part, { code: 'wrong-part', message });
  }
  const urls = items(part).flatMap((server) => readServer(reading, server));
  return urls.length === 0 ? ['/'] : urls;
}

function readServer(reading: Reading, part: Part): readonly string[] {
  const url = textMember(part, 'url');
  if (url === undefined) {
    const message = 'a server must have a url; it is left out';
    reading.report(part, { code: 'missing-part', message });
    return [];
  }
  const variables = Object.fromEntries(
    members(member(part, 'variables')).flatMap(([name, variable]) => {
      const fallback = isObject(variable.value) ? variable.value['default'] : undefined;
      return ['string', 'number', 'boolean'].includes(typeof fallback)
        ? [[name, String(fallback)] as const]
        : [];
    }),
  );
  const resolved = resolveServer(url, variables);
  for (const name of resolved.missing) {
    const message = `server variable "${name}" has no default; it stays in the URL as written`;
    reading.report(part, { code: 'missing-part', message });
  }
  return [resolved.url];
}
