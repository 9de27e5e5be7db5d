import { defineConfig } from 'assay';
import { startSandbox, type AccountDirectory } from './sandbox/index.ts';

/**
 * The main job: the Tickets description against the sandbox, every operation accepted. Elsewhere
 * (`--base-url`) none of the sandbox's credentials and ids is used, and checks that the real service
 * has given no evidence for are off.
 */
export default defineConfig({
  spec: 'spec/openapi.yaml',
  target: {
    start: async () => {
      const { url, credentials, account, close } = await startSandbox();
      const basic = ({ user, password }: { user: string; password: string }) => ({
        basic: { user, password },
      });
      return {
        url,
        identities: {
          default: basic(credentials.admin),
          agent: basic(credentials.agent),
          endUser: basic(credentials.endUser),
        },
        values: valuesOf(account),
        checks: {
          'undeclared-method': 'medium',
          'allow-header': 'low',
          'undeclared-media-type': 'low',
          'not-acceptable': 'low',
          'www-authenticate': 'low',
        },
        close,
      };
    },
  },
  // Only who asked for a ticket rates it.
  as: { CreateTicketSatisfactionRating: 'endUser' },
  checks: {
    'undeclared-method': 'off',
    'allow-header': 'off',
    'undeclared-media-type': 'off',
    'not-acceptable': 'off',
    'www-authenticate': 'off',
  },
  gate: { accepted: 'all' },
});

/** What no answer of these operations shows, and spare records for those that remove. */
function valuesOf({ spare, ...account }: AccountDirectory) {
  const { attachments } = account;
  return {
    OpenTicketInAgentBrowser: { agent_id: account.agentId },
    ShowTicketAfterChanges: { macro_id: account.macroId },
    ListTicketsFromView: { view_id: account.viewId },
    CreateTicketSatisfactionRating: { ticket_id: account.solvedTicketId },
    CreateTicketFromTweet: { monitored_twitter_handle_id: account.monitoredTwitterHandleId },
    MarkTicketAsSpamAndSuspendRequester: { ticket_id: spare.spam },
    MarkManyTicketsAsSpam: { ids: spare.bulkSpam.map(String) },
    RedactCommentAttachment: {
      ticket_id: attachments.map(({ ticketId }) => ticketId),
      comment_id: attachments.map(({ commentId }) => commentId),
      attachment_id: attachments.map(({ attachmentId }) => attachmentId),
    },
  };
}
