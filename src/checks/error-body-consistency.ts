/**
 * All errors of an API look alike, so that one piece of a client reads them. Which look is the
 * API's own, the run tells: the one that most of its error answers had. Off unless asked for, since
 * nothing in HTTP or in a description asks for it.
 */
import { isJson } from '../wire/media-type.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { errorShapeOf, type ErrorShape } from './error-shape.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const errorBodyConsistency: Check = {
  code: 'A115',
  name: 'error-body-consistency',
  summary: 'Error answers of an API have one media type and share their members.',
  source: 'RFC 9457 (why errors should look alike)',
  defaultSeverity: 'off',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, { case: { operation } }, { body, evidence }) => {
    const shape = errorShapeOf(answer, body);
    if (shape === undefined) return skipped('no error with a body');
    const usual = evidence.errorShape;
    if (usual === undefined) return skipped('not enough errors were seen to compare with');
    if (isLike(shape, usual)) return PASS;
    return fail({
      title: `An error looks unlike the others: ${told(shape)}`,
      detail: `Most errors of this API are ${told(usual)}.`,
      at: '',
      place: operation.place,
      keyword: told(shape),
      expected: told(usual),
      actual: told(shape),
    });
  }),
};

/** Members that only some errors need (such as `errors`) make no other look. */
function isLike(shape: ErrorShape, usual: ErrorShape): boolean {
  if (shape.mediaType !== usual.mediaType) return false;
  if (!isJson(shape.mediaType)) return true;
  const holds = (all: ErrorShape, some: ErrorShape): boolean =>
    some.members.length > 0 && some.members.every((name) => all.members.includes(name));
  return (
    holds(shape, usual) || holds(usual, shape) || shape.members.join() === usual.members.join()
  );
}

function told({ mediaType, members }: ErrorShape): string {
  return members.length === 0 ? mediaType : `${mediaType} { ${members.join(', ')} }`;
}
