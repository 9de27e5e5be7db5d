// A comment about to be said: its words in two forms, whom it is for, who says it, and the files it brings.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import type { Via } from '../../desk/via.ts';
import type { CommentInput } from '../../input/comment-input.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';
import { activeUser } from '../users/user-directory.ts';
import { bodiesOf } from './bodies.ts';

/** Comments that one ticket takes. */
export const MAX_COMMENTS = 5_000;

export interface Saying {
  readonly desk: Desk;
  readonly ticket: Ticket;
  readonly input: CommentInput;
  /** Who says it unless the comment names somebody. */
  readonly author: User;
  readonly auditId: number;
  readonly via: Via;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly problems: DetailList;
}

/** The comment, with its files taken out of their uploads. Adds to `problems` what is wrong with it. */
export function newComment(saying: Saying): Comment {
  const { desk, ticket, input, problems, auditId, via, custom } = saying;
  const earlier = desk.comments.get(ticket.id) ?? [];
  if (earlier.length >= MAX_COMMENTS)
    problems.addInvalid('base', `more than ${MAX_COMMENTS} comments`);
  const author = input.authorId === null ? saying.author : activeUser(desk, input.authorId);
  if (author === null) problems.addInvalid('author');
  const speaker = author ?? saying.author;
  return {
    id: desk.ids.large(),
    ticketId: ticket.id,
    auditId,
    kind: 'Comment',
    authorId: speaker.id,
    ...bodiesOf(input),
    isPublic: isPublic(input, speaker, earlier),
    attachmentIds: takeUploads(desk, input.uploads),
    createdAt: input.createdAt ?? desk.clock.now(),
    via,
    call: null,
    custom,
  };
}

// A light agent only speaks among agents; otherwise what is asked, or what the first comment was.
function isPublic(input: CommentInput, speaker: User, earlier: readonly Comment[]): boolean {
  if (speaker.isLightAgent) return false;
  return input.isPublic ?? earlier[0]?.isPublic ?? true;
}

// A token that names no waiting upload is passed over.
function takeUploads(desk: Desk, tokens: readonly string[]): readonly number[] {
  return tokens.flatMap((token) => {
    const upload = desk.uploads.get(token);
    if (upload === undefined || upload.expiresAt <= desk.clock.now()) return [];
    desk.uploads.delete(token);
    return upload.attachmentIds;
  });
}
