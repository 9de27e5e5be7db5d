import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { changeCredential, OWN_CHANGES } from '../../src/transport/change-credential.ts';
import { authorizationValue, type Credential } from '../../src/transport/credential.ts';
import { shownAuthorization } from '../../src/transport/shown-authorization.ts';

const basic: Credential = { kind: 'basic', user: 'ada@example.com', password: "a:b'$c" };
const bearer: Credential = { kind: 'bearer', token: 'to.ken-1' };

/** What a shell makes of the line that stands between double quotes. */
function expanded(shown: string, own: Credential): string {
  if (own.kind === 'apiKey') throw new Error('no Authorization header');
  const ASSAY_AUTH = authorizationValue(own);
  const { stdout } = spawnSync('sh', ['-c', `printf %s "${shown}"`], {
    env: { ...process.env, ASSAY_AUTH },
  });
  return stdout.toString('utf8');
}

describe('pasted, the line sends the credential that was sent', () => {
  test.each([basic, bearer])('the right one of kind $kind, by its variable', (own) => {
    const shown = shownAuthorization(own, own, undefined) ?? '';

    expect(shown).toBe('$ASSAY_AUTH');
    expect(expanded(shown, own)).toBe(authorizationValue(own as typeof bearer));
  });

  test.each([basic, bearer])('a wrong one of kind $kind, in each way', (own) => {
    for (const change of OWN_CHANGES) {
      const sent = changeCredential(own, change);
      if (sent === 'none' || sent === undefined || sent.kind === 'apiKey') continue;
      const shown = shownAuthorization(sent, own, change) ?? '';

      expect(expanded(shown, own)).toBe(authorizationValue(sent));
      expect(shown).not.toContain("a:b'$c");
      expect(shown).not.toContain('to.ken-1');
    }
  });
});

test('a scheme with marks that a shell reads is not written out', () => {
  const own: Credential = { kind: 'authorization', value: 'X$(reboot) secret' };

  expect(shownAuthorization({ ...own, value: 'X$(reboot) nobody' }, own, 'wrong')).toBe(
    '$ASSAY_AUTH',
  );
});

test('no Authorization header is shown where none goes out', () => {
  const key: Credential = { kind: 'apiKey', in: 'query', name: 'key', value: 'v' };

  expect(shownAuthorization(key, key, undefined)).toBeUndefined();
  expect(shownAuthorization(undefined, basic, 'none')).toBeUndefined();
});
