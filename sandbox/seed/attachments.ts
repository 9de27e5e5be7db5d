// Comments with files: one ticket for each handful, so that lists of comments stay short.
import type { Desk } from '../desk/desk.ts';
import { addAttachment } from '../domain/attachments/add-attachment.ts';
import { IDS } from './account-ids.ts';
import type { Scribe } from './scribe.ts';

/** Where one file is: all three ids that its routes ask for. */
export interface AttachmentPlace {
  readonly ticketId: number;
  readonly commentId: number;
  readonly attachmentId: number;
}

const TICKETS = 12;
const COMMENTS_EACH = 5;

/** Writes tickets whose every comment carries a file. */
export function seedAttachments(desk: Desk, scribe: Scribe): readonly AttachmentPlace[] {
  const ticketIds = Array.from({ length: TICKETS }, (_, index) => seedTicket(desk, scribe, index));
  return ticketIds.flatMap((ticketId) =>
    (desk.comments.get(ticketId) ?? []).flatMap(({ id, attachmentIds }) =>
      attachmentIds.map((attachmentId) => ({ ticketId, commentId: id, attachmentId })),
    ),
  );
}

function seedTicket(desk: Desk, scribe: Scribe, index: number): number {
  const file = (name: string): string => {
    const content = Buffer.from(`Contents of ${name}\n`);
    return addAttachment(desk, {
      fileName: name,
      contentType: 'text/plain',
      content,
      authorId: IDS.users.agent,
    });
  };
  const token = file(`notes-${index}-0.txt`);
  let ticket = scribe.create(IDS.users.agent, {
    subject: `Files ${index + 1}`,
    requester_id: IDS.users.otherEndUser,
    comment: { body: 'See the file.', uploads: [token] },
  });
  for (let number = 1; number < COMMENTS_EACH; number += 1) {
    const uploads = [file(`notes-${index}-${number}.txt`)];
    ticket = scribe.update(IDS.users.agent, ticket, {
      comment: { body: 'Another file.', uploads },
    });
  }
  return ticket.id;
}
