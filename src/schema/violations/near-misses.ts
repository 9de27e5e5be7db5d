/**
 * Texts or numbers that look like what is asked for and are not: what a service that only glances
 * at them would take.
 */

const NEAR: Readonly<Record<string, readonly unknown[]>> = {
  date: ['2024-02-30', '2024-13-01', '01/02/2024'],
  time: ['25:00:00Z', '12:60:00Z'],
  'iso-time': ['25:00:00Z'],
  'date-time': ['2024-02-30T12:00:00Z', '2024-01-01T25:00:00Z', '2024-01-01'],
  'iso-date-time': ['2024-02-30T12:00:00Z', '2024-01-01'],
  duration: ['P', '1 day'],
  email: ['ada.example.com', 'ada@', '@example.com'],
  'idn-email': ['ada.example.com', 'ada@'],
  hostname: ['-example.com', 'exa mple.com'],
  'idn-hostname': ['-example.com'],
  ipv4: ['256.1.1.1', '1.2.3'],
  ipv6: ['2001:db8::g', '1::2::3'],
  uri: ['example.com/without-scheme', 'http://exa mple.com'],
  url: ['example.com/without-scheme', 'http://'],
  iri: ['example.com/without-scheme'],
  'uri-reference': ['a b', '\\\\example'],
  'iri-reference': ['a b'],
  'uri-template': ['https://example.com/{id'],
  uuid: ['123e4567-e89b-12d3-a456-42661417400', '123e4567-e89b-12d3-a456-42661417400g'],
  'json-pointer': ['without/slash', '/a~2'],
  'json-pointer-uri-fragment': ['/without-hash'],
  'relative-json-pointer': ['/1', '-1'],
  regex: ['(', '['],
  byte: ['*not base64*', 'abc'],
  binary: [],
  int32: [2 ** 31, -(2 ** 31) - 1, 1.5],
  int64: [2 ** 63, 1.5],
};

/** @returns the near misses; none where the format has none that are known. */
export function nearMisses(format: string): readonly unknown[] {
  return NEAR[format] ?? [];
}

/** @returns the text in capitals; in small letters where it is all capitals. */
export function inOtherCase(text: string): string {
  const capitals = text.toUpperCase();
  return capitals === text ? text.toLowerCase() : capitals;
}
