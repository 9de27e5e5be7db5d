// A comment as a body brings it: text in `body`, `html_body` or (imports) `value`, who says it, whom it is for, and files.
import { INVALID, id, isRecord, flag, oneOrMore, record, text, type Reader } from './reader.ts';
import { instant } from './instant-reader.ts';
import { readMembers } from './members.ts';

const MEMBERS = {
  body: text,
  html_body: text,
  value: text,
  public: flag,
  author_id: id,
  uploads: oneOrMore(text),
  created_at: instant,
  via: record,
  metadata: record,
};

export interface CommentInput {
  readonly body: string | null;
  readonly htmlBody: string | null;
  readonly isPublic: boolean | null;
  readonly authorId: number | null;
  readonly uploads: readonly string[];
  readonly createdAt: number | null;
  readonly unknown: readonly string[];
}

/** A comment object; a text alone is taken as its body. */
export const comment: Reader<CommentInput> = (given) => {
  const source = typeof given === 'string' ? { body: given } : given;
  if (!isRecord(source)) return INVALID;
  const { values, unknown, invalid } = readMembers(source, MEMBERS);
  if (invalid.length > 0) return INVALID;
  return {
    body: values.body ?? values.value ?? null,
    htmlBody: values.html_body ?? null,
    isPublic: values.public ?? null,
    authorId: values.author_id ?? null,
    uploads: values.uploads ?? [],
    createdAt: values.created_at ?? null,
    unknown,
  };
};

/** True when a comment says nothing: no text that is more than blanks, and no file. */
export function isBlank({ body, htmlBody, uploads }: CommentInput): boolean {
  const words = htmlBody ?? body ?? '';
  return words.trim() === '' && uploads.length === 0;
}
