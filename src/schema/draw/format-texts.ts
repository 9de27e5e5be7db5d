/**
 * Texts of each format, as a client would write them.
 */
import type { Drawing } from './draw.ts';
import type { Randomness } from './randomness.ts';

/** @returns a text of the format, or undefined where the format is unknown. */
export function drawFormat(format: string, { random }: Drawing): string | undefined {
  return FORMATS.get(format)?.(random);
}

const GIVEN = ['ada', 'grace', 'alan', 'edsger', 'barbara', 'donald', 'radia', 'tim', 'linus'];
const FAMILY = ['lovelace', 'hopper', 'turing', 'dijkstra', 'liskov', 'knuth', 'perlman', 'lee'];
const WORDS = ['alpha', 'blue', 'cedar', 'delta', 'ember', 'field', 'grove', 'harbor', 'island'];

function pick(random: Randomness, choices: readonly string[]): string {
  return random.pick(choices) ?? '';
}

function digits(random: Randomness, min: number, max: number, width = 2): string {
  return String(random.integer(min, max)).padStart(width, '0');
}

function date(random: Randomness): string {
  return `${random.integer(1970, 2037)}-${digits(random, 1, 12)}-${digits(random, 1, 28)}`;
}

function time(random: Randomness): string {
  const clock = `${digits(random, 0, 23)}:${digits(random, 0, 59)}:${digits(random, 0, 59)}`;
  return random.chance(0.3) ? `${clock}.${digits(random, 0, 999, 3)}` : clock;
}

function zone(random: Randomness): string {
  return random.chance(0.7) ? 'Z' : `${pick(random, ['+', '-'])}${digits(random, 0, 12)}:00`;
}

function host(random: Randomness): string {
  const tail = pick(random, ['example.com', 'example.org', 'example.net']);
  return random.chance(0.5) ? tail : `${pick(random, WORDS)}${random.integer(1, 99)}.${tail}`;
}

function email(random: Randomness): string {
  const number = random.chance(0.6) ? String(random.integer(1, 9999)) : '';
  return `${pick(random, GIVEN)}.${pick(random, FAMILY)}${number}@example.${pick(random, ['com', 'org', 'net'])}`;
}

function path(random: Randomness): string {
  return `${pick(random, WORDS)}/${random.integer(1, 9999)}`;
}

function url(random: Randomness): string {
  return `${random.chance(0.8) ? 'https' : 'http'}://${host(random)}/${path(random)}`;
}

function hex(random: Randomness, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join('');
}

function uuid(random: Randomness): string {
  const variant = pick(random, ['8', '9', 'a', 'b']);
  return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`;
}

function base64(random: Randomness): string {
  const length = random.integer(1, 12);
  const bytes = Array.from({ length }, () => random.integer(0, 255));
  return Buffer.from(bytes).toString('base64');
}

const FORMATS: ReadonlyMap<string, (random: Randomness) => string> = new Map([
  ['date', date],
  ['time', (random) => time(random) + zone(random)],
  ['iso-time', (random) => time(random) + zone(random)],
  ['date-time', (random) => `${date(random)}T${time(random)}${zone(random)}`],
  ['iso-date-time', (random) => `${date(random)}T${time(random)}${zone(random)}`],
  ['duration', (random) => `P${random.integer(1, 30)}DT${random.integer(1, 23)}H`],
  ['email', email],
  ['idn-email', email],
  ['hostname', host],
  ['idn-hostname', host],
  ['ipv4', (random) => Array.from({ length: 4 }, () => random.integer(1, 254)).join('.')],
  ['ipv6', (random) => `2001:db8::${hex(random, 4)}:${hex(random, 4)}`],
  ['uri', url],
  ['url', url],
  ['iri', url],
  ['uri-reference', (random) => (random.chance(0.5) ? url(random) : `/${path(random)}`)],
  ['iri-reference', (random) => (random.chance(0.5) ? url(random) : `/${path(random)}`)],
  [
    'uri-template',
    (random) => `https://${host(random)}/${pick(random, WORDS)}/{id}${random.integer(0, 999)}`,
  ],
  ['uuid', uuid],
  ['json-pointer', (random) => `/${path(random)}`],
  ['json-pointer-uri-fragment', (random) => `#/${path(random)}`],
  ['relative-json-pointer', (random) => `${random.integer(0, 9)}/${path(random)}`],
  ['regex', (random) => `^${pick(random, WORDS)}[0-9]{${random.integer(1, 9)}}$`],
  ['byte', base64],
]);
