/** A Content-Type taken apart, and what an Accept field lets through (RFC 9110, 8.3 and 12.5.1). */
export interface MediaType {
  /** Lower case, such as `application/json`. */
  readonly essence: string;
  /** Names in lower case, values unquoted. */
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const ESSENCE = new RegExp(`^${TOKEN}/${TOKEN}$`);
const PARAMETER = new RegExp(
  `[ \\t]*;[ \\t]*(?:(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)"))?`,
  'y',
);

/** @returns undefined for what is no media type. */
export function parseMediaType(text: string): MediaType | undefined {
  const semicolon = text.indexOf(';');
  const essence = (semicolon < 0 ? text : text.slice(0, semicolon)).trim().toLowerCase();
  if (!ESSENCE.test(essence)) return undefined;
  const parameters = new Map<string, string>();
  const rest = semicolon < 0 ? '' : text.slice(semicolon).trim();
  PARAMETER.lastIndex = 0;
  while (PARAMETER.lastIndex < rest.length) {
    const match = PARAMETER.exec(rest);
    if (match === null) return undefined;
    const [, name, token, quoted] = match;
    const value = token ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? '';
    if (name !== undefined) parameters.set(name.toLowerCase(), value);
  }
  return { essence, parameters };
}

/**
 * Which of the types on offer an Accept field asks for most; the first of equals.
 * @returns undefined when it takes none of them
 */
export function negotiate(
  accept: string | undefined,
  offers: readonly string[],
): string | undefined {
  const ranges = (accept ?? '*/*')
    .split(',')
    .flatMap((part) => parseMediaType(part.trim() === '*' ? '*/*' : part) ?? []);
  // A field without one readable range is as good as none.
  if (ranges.length === 0) return offers[0];
  const graded = offers.map((offer) => ({ offer, quality: qualityOf(offer, ranges) }));
  const best = Math.max(...graded.map(({ quality }) => quality));
  return best <= 0 ? undefined : graded.find(({ quality }) => quality === best)?.offer;
}

function qualityOf(offer: string, ranges: readonly MediaType[]): number {
  const [type = ''] = offer.split('/');
  const levels = [offer, `${type}/*`, '*/*'];
  for (const level of levels) {
    const range = ranges.find(({ essence }) => essence === level);
    if (range !== undefined) return Number(range.parameters.get('q') ?? '1');
  }
  return 0;
}
