/**
 * JSON between systems is UTF-8 without a byte order mark (RFC 8259, section 8.1), and its strings
 * hold no half characters. Any other text is UTF-8 where it says so itself.
 */
import { strictUtf8 } from '../wire/body-text.ts';
import { isJson } from '../wire/media-type.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { judgedResponse } from './judged-response.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const utf8Valid: Check = {
  code: 'A109',
  name: 'utf8-valid',
  summary: 'JSON, and what says that it is UTF-8, is valid UTF-8; JSON has no lone surrogates.',
  source: 'RFC 8259, sections 8.1 and 8.2',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const type = headerLines(answer, 'content-type')[0] ?? '';
    if (answer.body.byteLength === 0 || !(isJson(type) || SAYS_UTF8.test(type))) {
      return skipped('no body that must be UTF-8');
    }
    const place = judgedResponse(answer, exchange, context)?.place ?? exchange.case.operation.place;
    const about = { at: '', place, detail: '', expected: 'UTF-8' };
    const text = strictUtf8(answer.body);
    if (text === undefined) {
      const title = 'The body is not valid UTF-8';
      return fail({ ...about, title, keyword: 'utf8', actual: 'other bytes' });
    }
    if (!isJson(type)) return PASS;
    if (BYTE_ORDER_MARK.every((byte, index) => answer.body[index] === byte)) {
      const title = 'The JSON body begins with a byte order mark';
      return fail({ ...about, title, keyword: 'bom', actual: '\\ufeff' });
    }
    const escape = loneSurrogateEscape(text);
    if (escape === undefined || isEcho(exchange.request)) return PASS;
    const title = 'A string of the body holds half a surrogate pair';
    return fail({ ...about, title, keyword: 'surrogate', actual: escape });
  }),
};

/** A charset that the answer itself names (RFC 9110, section 8.3.2). */
const SAYS_UTF8 = /;\s*charset\s*=\s*"?utf-?8"?\s*(?:;|$)/i;

/** U+FEFF in UTF-8; a reader has taken it off. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Who sends half a character may be shown it again. */
function isEcho({ body }: PreparedRequest): boolean {
  return body !== undefined && halfCharacters(Buffer.from(body).toString('utf8')).length > 0;
}

/** Halves that hostile requests of the run hold, which records show again in later answers. */
const OUR_OWN: ReadonlySet<string> = new Set(['\\ud800', '\\udfff']);

/** @returns an escape such as `\ud83d` whose other half is missing. */
function loneSurrogateEscape(text: string): string | undefined {
  return halfCharacters(text).find((escape) => !OUR_OWN.has(escape));
}

function halfCharacters(text: string): readonly string[] {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return [];
  return [...text.matchAll(/\\(?:u([0-9a-fA-F]{4})((?:\\u[0-9a-fA-F]{4})*)|[^u])/g)].flatMap(
    ([, first, rest = '']) => (first === undefined ? [] : lonely(`\\u${first}${rest}`)),
  );
}

/** @param escapes a run of `\uXXXX` */
function lonely(escapes: string): readonly string[] {
  const units = [...escapes.matchAll(/\\u([0-9a-fA-F]{4})/g)].map(([, hex]) =>
    Number.parseInt(hex ?? '', 16),
  );
  const halves = String.fromCharCode(...units).match(/\p{Surrogate}/gu) ?? [];
  return halves.map((half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
