/**
 * The base URL of a target, taken apart into what a connection needs and what goes before each
 * request target. A URL that would be silently changed on the way (credentials, query, fragment)
 * is refused instead.
 */
export interface Base {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Goes before each target: empty, or a slash and more without a slash at its end. */
  readonly pathPrefix: string;
}

/** The base URL can't be used; the message says why, without the URL's user and password. */
export class BadBaseUrl extends Error {
  override readonly name = 'BadBaseUrl';
  readonly code = 'BAD_BASE_URL';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** @throws {BadBaseUrl} no absolute http(s) URL, or it has user, query or fragment */
export function parseBaseUrl(text: string): Base {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.host === '')
    throw new BadBaseUrl(
      `${quoted(text)} is no absolute URL.`,
      'Give scheme and host, such as https://api.example.com/v2.',
    );
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new BadBaseUrl(
      `${url.protocol}// can't be tested, only http:// and https://.`,
      'Give an http:// or https:// URL.',
    );
  if (url.username !== '' || url.password !== '')
    throw new BadBaseUrl(
      `The base URL of ${url.host} carries a user or password.`,
      'Take it out of the URL and give it with --auth or ASSAY_AUTH.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new BadBaseUrl(
      `${url.origin}${url.pathname} is followed by a query or fragment.`,
      'A base URL ends with its path; each request brings its own query.',
    );
  return { origin: url.origin, pathPrefix: url.pathname.replace(/\/+$/, '') };
}

/** Before the last `@` stands what may be a password, even in a URL that does not parse. */
const quoted = (text: string): string => JSON.stringify(text.slice(text.lastIndexOf('@') + 1));
