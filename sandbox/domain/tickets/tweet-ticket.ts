// Tickets that begin with a post on X. The sandbox asks nobody what was posted: every positive id is taken for a post, and
// who wrote it follows from the id.
import type { Desk } from '../../desk/desk.ts';
import type { User } from '../../desk/user.ts';
import { viaOf } from '../../desk/via.ts';
import { recordNotFound } from '../../refusals/catalogue.ts';
import { DetailList } from '../../refusals/record-invalid.ts';
import { addEndUser } from '../users/user-directory.ts';
import { createTicket, type Created } from './create-ticket.ts';

/** How many people write on the sandbox's X. */
const AUTHORS = 3;

/** Makes a ticket of a post. @throws {Refusal} 404 for an X account that is not watched */
export function createTweetTicket(
  desk: Desk,
  actor: User,
  tweet: { readonly statusId: number; readonly handleId: number },
): Created {
  const handle = desk.handles.get(tweet.handleId);
  if (handle === undefined) throw recordNotFound();
  const author = authorOf(desk, tweet.statusId);
  const words = `@${handle.screenName} could you help me? (${tweet.statusId})`;
  const via = viaOf(
    'twitter',
    'mention',
    {
      profile_url: `https://x.com/${author.handle ?? ''}`,
      username: author.handle,
      name: author.name,
    },
    {
      profile_url: `https://x.com/${handle.screenName}`,
      username: handle.screenName,
      name: 'Sandbox help',
    },
  );
  const input = {
    subject: words,
    requester_id: author.id,
    submitter_id: actor.id,
    comment: {
      body: words,
      htmlBody: null,
      isPublic: true,
      authorId: author.id,
      uploads: [],
      createdAt: null,
      unknown: [],
    },
  };
  return createTicket(desk, actor, input, new DetailList(), {
    via,
    firstKind: 'Tweet',
    runsTriggers: false,
  });
}

function authorOf(desk: Desk, statusId: number): User {
  const number = statusId % AUTHORS;
  const handle = number === 0 ? 'xenia' : `x_writer_${number}`;
  for (const user of desk.users.values()) {
    if (user.handle === handle && user.isActive && !user.isSuspended) return user;
  }
  return addEndUser(desk, { name: `Writer ${number} on X`, email: null, handle });
}
