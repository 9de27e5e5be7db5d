/** A server URL with its variables filled in (OAS 3.1.0, section 4.8.5). */

export interface ResolvedServer {
  readonly url: string;
  /** Variables of the URL for which there is no value; they stay in it as written. */
  readonly missing: readonly string[];
}

/** @returns the URL template with `{name}` replaced by the value of that name. */
export function resolveServer(
  template: string,
  values: Readonly<Record<string, string>>,
): ResolvedServer {
  const missing = new Set<string>();
  const url = template.replace(/\{([^{}]+)\}/g, (written, name: string) => {
    if (Object.hasOwn(values, name)) return values[name] ?? written;
    missing.add(name);
    return written;
  });
  return { url, missing: [...missing] };
}
