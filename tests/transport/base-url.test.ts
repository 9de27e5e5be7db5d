import { expect, test } from 'vitest';
import { BadBaseUrl, parseBaseUrl } from '../../src/transport/base-url.ts';

test.each([
  ['https://api.example.com', 'https://api.example.com', ''],
  ['http://localhost:3000/', 'http://localhost:3000', ''],
  ['http://[::1]:80/api//', 'http://[::1]', '/api'],
  ['HTTPS://Example.com:443/a b/v2/', 'https://example.com', '/a%20b/v2'],
])('%s', (text, origin, pathPrefix) => {
  expect(parseBaseUrl(text)).toEqual({ origin, pathPrefix });
});

test.each([
  ['', '"" is no absolute URL.'],
  ['example.com/v2', '"example.com/v2" is no absolute URL.'],
  ['/v2', '"/v2" is no absolute URL.'],
  ['http://', '"http://" is no absolute URL.'],
  ['ftp://example.com', "ftp:// can't be tested, only http:// and https://."],
  ['localhost:3000', '"localhost:3000" is no absolute URL.'],
  ['http://a.b/v2?key=canary', 'http://a.b/v2 is followed by a query or fragment.'],
  ['http://a.b/#x', 'http://a.b/ is followed by a query or fragment.'],
  ['http://ann:canary@a.b/', 'The base URL of a.b carries a user or password.'],
  ['http://ann:canary@a b/', '"a b/" is no absolute URL.'],
])('%s is refused: %s', (text, message) => {
  const parse = (): unknown => parseBaseUrl(text);

  expect(parse).toThrow(BadBaseUrl);
  expect(parse).toThrow(message);
  expect(parse).not.toThrow(/canary/);
});
