// The words of a comment in both forms: HTML is kept in html_body and stripped from the plain one; plain text is escaped
// into HTML, a paragraph a block of lines.
import type { CommentInput } from '../../input/comment-input.ts';

export interface Bodies {
  readonly plainBody: string;
  readonly htmlBody: string;
}

/** Both forms of what a comment says; HTML wins when both were given. */
export function bodiesOf({ body, htmlBody }: Pick<CommentInput, 'body' | 'htmlBody'>): Bodies {
  if (htmlBody !== null) return { plainBody: stripTags(htmlBody), htmlBody: wrap(htmlBody) };
  const plainBody = body ?? '';
  return { plainBody, htmlBody: wrap(paragraphs(plainBody)) };
}

function wrap(inner: string): string {
  return `<div class="zd-comment" dir="auto">${inner}</div>`;
}

function paragraphs(plain: string): string {
  return plain
    .split(/\n{2,}/)
    .map((block) => `<p dir="auto">${escapeHtml(block).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** Text with the characters that HTML gives a meaning to written out. */
export function escapeHtml(plain: string): string {
  return plain
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function stripTags(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}
