/** JSON between systems is UTF-8 (RFC 8259, section 8.1), and its strings hold no half characters. */
import type { Check } from './check.ts';
import { judgeAnswerOf } from './answer-check.ts';
import { headerLines } from './header-lines.ts';
import { isJson } from '../wire/media-type.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { fail, PASS, skipped } from './verdict.ts';

const STRICT = new TextDecoder('utf-8', { fatal: true });

export const utf8Valid: Check = {
  code: 'A109',
  name: 'utf8-valid',
  summary: 'A JSON body is valid UTF-8 without lone surrogates.',
  source: 'RFC 8259, sections 8.1 and 8.2',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, { case: { operation }, request }) => {
    const type = headerLines(answer, 'content-type')[0];
    if (type === undefined || !isJson(type) || answer.body.byteLength === 0) {
      return skipped('no JSON body');
    }
    const about = { at: '', place: operation.place, expected: 'UTF-8' };
    let text: string;
    try {
      text = STRICT.decode(answer.body);
    } catch {
      const title = 'The JSON body is not valid UTF-8';
      return fail({ ...about, title, detail: '', keyword: 'utf8', actual: 'other bytes' });
    }
    const escape = loneSurrogateEscape(text);
    if (escape === undefined || isEcho(request)) return PASS;
    const title = 'A string of the body holds half a surrogate pair';
    return fail({ ...about, title, detail: '', keyword: 'surrogate', actual: escape });
  }),
};

/** Who sends half a character may be shown it again. */
function isEcho({ body }: PreparedRequest): boolean {
  return (
    body !== undefined && loneSurrogateEscape(Buffer.from(body).toString('utf8')) !== undefined
  );
}

/** @returns an escape such as `\ud83d` whose other half is missing. */
function loneSurrogateEscape(text: string): string | undefined {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return undefined;
  for (const [escapes] of text.matchAll(/(?:(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4})+/g)) {
    const units = [...escapes.matchAll(/\\u([0-9a-fA-F]{4})/g)].map(([, hex]) =>
      Number.parseInt(hex ?? '', 16),
    );
    const string = String.fromCharCode(...units);
    const lone = /\p{Surrogate}/u.exec(string)?.[0];
    if (lone !== undefined) return `\\u${lone.charCodeAt(0).toString(16)}`;
  }
  return undefined;
}
