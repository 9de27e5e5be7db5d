/**
 * For each format texts that are of it, but not as everyone writes them: leap days, offsets,
 * fractions, the first and the last.
 */

const EDGES: Readonly<Record<string, readonly string[]>> = {
  date: ['2024-02-29', '1970-01-01', '9999-12-31'],
  time: ['00:00:00Z', '23:59:59.999Z', '12:00:00+14:00'],
  'date-time': [
    '1970-01-01T00:00:00Z',
    '2024-02-29T23:59:59.999Z',
    '2024-06-30T12:00:00+05:30',
    '2024-06-30t12:00:00z',
  ],
  duration: ['PT0S', 'P1Y2M3DT4H5M6S', 'P4W'],
  email: ['a@example.com', 'first.last+tag@sub.example.com'],
  'idn-email': ['a@example.com'],
  hostname: ['a', 'xn--bcher-kva.example'],
  ipv4: ['0.0.0.0', '255.255.255.255'],
  ipv6: ['::', '::1', '2001:db8::ffff:192.0.2.1'],
  uri: ['http://localhost:8080/a?b=c#d', 'urn:example:a'],
  url: ['http://example.com/a?b=c&d=e#f'],
  'uri-reference': ['', '/a/b?c', '#d'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF'],
  'json-pointer': ['', '/~0~1'],
  byte: ['', 'YQ==', 'YWI='],
  regex: ['', '.*'],
};

/** @returns the edges; none where the format has none that are known. */
export function formatEdges(format: string): readonly string[] {
  return EDGES[format] ?? [];
}
