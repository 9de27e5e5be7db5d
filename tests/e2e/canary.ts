/** A secret that can be found again in any text: whole or in part, plain, escaped or in base64. */
import { Buffer } from 'node:buffer';

export interface Canary {
  /** What stands for a password, token or key. */
  readonly secret: string;
  /** @returns the traces of it in a text, each with what stands around it; none is as it should be. */
  tracesIn(text: string): readonly string[];
}

/** Letters and digits that no escaping changes, so that they betray the secret in any. */
const CORES: readonly string[] = [
  'Kq7ZxW4vJ9pBt2Rm',
  'gY3hLc8NfD5sQw6T',
  'vP1jXe9ZkU4aHr7B',
  'mT6bFw2QyS8dJn3C',
];

/** A few are as good as all. */
const TOLD = 5;

/** Fewer characters of a secret betray nothing, and would be found by chance. */
const TELLING = 6;

/** @param wrap puts around the letters what escaping changes, as far as the credential allows it */
export function aCanary(index: number, wrap: (core: string) => string = (core) => core): Canary {
  const core = CORES[index % CORES.length] ?? '';
  const pieces = [core, ...base64Forms(core)].flatMap((form) => windows(form));
  const pattern = new RegExp([...new Set(pieces)].join('|'), 'g');
  return {
    secret: wrap(core),
    tracesIn: (text) =>
      [...text.matchAll(pattern)]
        .slice(0, TOLD)
        .map(({ index: at }) => text.slice(Math.max(0, at - 60), at + 60)),
  };
}

/** Where in a longer text it starts decides which of three forms it takes (RFC 4648, 4). */
function base64Forms(text: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + text).toString('base64');
    // The first and last letters hold bits of what stands around.
    return encoded.replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1);
  });
}

function windows(text: string): readonly string[] {
  return Array.from({ length: text.length - TELLING + 1 }, (_, at) => text.slice(at, at + TELLING));
}
