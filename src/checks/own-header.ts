/**
 * Which header fields an API makes up itself. Those that HTTP, browsers and proxies define go with
 * any answer, and nobody writes them into a description (IANA HTTP Field Name Registry).
 */

const OF_HTTP =
  /^(?:accept-.*|access-control-.*|age|allow|alt-svc|cache-control|clear-site-data|connection|content-.*|cross-origin-.*|date|deprecation|etag|expires|keep-alive|last-modified|link|location|nel|origin-agent-cluster|permissions-policy|pragma|proxy-.*|referrer-policy|refresh|report-to|reporting-endpoints|retry-after|server|server-timing|set-cookie|strict-transport-security|sunset|timing-allow-origin|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate)$/;

/** Written by convention, by proxies and frameworks. */
const BY_CONVENTION =
  /^x-(?:cache(?:-.*)?|content-type-options|dns-prefetch-control|download-options|forwarded-.*|frame-options|permitted-cross-domain-policies|powered-by|real-ip|served-by|ua-compatible|xss-protection)$/;

/** @returns whether the field is one that a description would have to mention. */
export function isOwnHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return !OF_HTTP.test(lower) && !BY_CONVENTION.test(lower);
}
