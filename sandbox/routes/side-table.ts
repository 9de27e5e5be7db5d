// The routes beside the 45 operations: what scenarios and clients need to set the stage, poll, upload, restore and look up.
import {
  listBrands,
  listCustomStatuses,
  listFields,
  listForms,
  listGroups,
  listMacros,
  listOrganizations,
  showField,
  showGroup,
  showMacro,
  showOrganization,
  updateField,
} from './account.ts';
import {
  destroyDeleted,
  destroyManyDeleted,
  listDeleted,
  restoreMany,
  restoreOne,
} from './deleted-tickets.ts';
import { listJobs, showJob, showManyJobs } from './jobs.ts';
import { line, perMinute } from './line.ts';
import { listAllAudits, listRecent } from './recent.ts';
import {
  createRequest,
  listRequestComments,
  listRequests,
  showRequest,
  updateRequest,
} from './requests.ts';
import type { Route } from './route.ts';
import { createUpload, deleteUpload, fetchContent, showAttachment } from './uploads.ts';
import {
  createOrUpdateUser,
  createUser,
  deleteUser,
  listUsers,
  searchUsers,
  showManyUsers,
  showMe,
  showUser,
  updateUser,
} from './users.ts';
import { countView, listViews, showView } from './views.ts';

const DESTROYED = perMinute('deleted-tickets-destroy', 1_000);
const USER = { who: 'user' } as const;
const ADMIN = { who: 'admin' } as const;

/** Routes that no description of the 45 operations has. */
export const SIDE_ROUTES: readonly Route[] = [
  line('ListJobStatuses', 'GET /job_statuses', 'job_statuses#index', listJobs),
  line(
    'ShowManyJobStatuses',
    'GET /job_statuses/show_many',
    'job_statuses#show_many',
    showManyJobs,
  ),
  line('ShowJobStatus', 'GET /job_statuses/:job_id', 'job_statuses#show', showJob),
  line('UploadFiles', 'POST /uploads', 'uploads#create', createUpload, {
    who: 'user',
    body: 'bytes',
  }),
  line('DeleteUpload', 'DELETE /uploads/:token', 'uploads#destroy', deleteUpload, USER),
  line('ShowAttachment', 'GET /attachments/:attachment_id', 'attachments#show', showAttachment),
  line('FetchAttachment', 'GET /attachments/token/:token', 'attachments#content', fetchContent, {
    who: 'anyone',
    prefix: '',
  }),
  line('ListDeletedTickets', 'GET /deleted_tickets', 'deleted_tickets#index', listDeleted),
  line(
    'RestoreManyDeletedTickets',
    'PUT /deleted_tickets/restore_many',
    'deleted_tickets#restore_many',
    restoreMany,
    { who: 'deleter', body: 'none' },
  ),
  line(
    'RestoreDeletedTicket',
    'PUT /deleted_tickets/:ticket_id/restore',
    'deleted_tickets#restore',
    restoreOne,
    { who: 'deleter', body: 'none' },
  ),
  line(
    'DestroyManyDeletedTickets',
    'DELETE /deleted_tickets/destroy_many',
    'deleted_tickets#destroy_many',
    destroyManyDeleted,
    { who: 'deleter', bucket: DESTROYED },
  ),
  line(
    'DestroyDeletedTicket',
    'DELETE /deleted_tickets/:ticket_id',
    'deleted_tickets#destroy',
    destroyDeleted,
    { who: 'deleter', bucket: DESTROYED },
  ),
  line('ListRecentTickets', 'GET /tickets/recent', 'tickets#recent', listRecent),
  line('ListTicketAudits', 'GET /ticket_audits', 'ticket_audits#index', listAllAudits, ADMIN),
  line('ShowCurrentUser', 'GET /users/me', 'users#me', showMe, { who: 'anyone' }),
  line('ListUsers', 'GET /users', 'users#index', listUsers),
  line('CreateUser', 'POST /users', 'users#create', createUser),
  line(
    'CreateOrUpdateUser',
    'POST /users/create_or_update',
    'users#create_or_update',
    createOrUpdateUser,
  ),
  line('SearchUsers', 'GET /users/search', 'users#search', searchUsers),
  line('ShowManyUsers', 'GET /users/show_many', 'users#show_many', showManyUsers),
  line('ShowUser', 'GET /users/:user_id', 'users#show', showUser),
  line('UpdateUser', 'PUT /users/:user_id', 'users#update', updateUser),
  line('DeleteUser', 'DELETE /users/:user_id', 'users#destroy', deleteUser, ADMIN),
  line('ListGroups', 'GET /groups', 'groups#index', listGroups),
  line('ShowGroup', 'GET /groups/:group_id', 'groups#show', showGroup),
  line('ListOrganizations', 'GET /organizations', 'organizations#index', listOrganizations),
  line(
    'ShowOrganization',
    'GET /organizations/:organization_id',
    'organizations#show',
    showOrganization,
  ),
  line('ListCustomStatuses', 'GET /custom_statuses', 'custom_statuses#index', listCustomStatuses),
  line('ListTicketForms', 'GET /ticket_forms', 'ticket_forms#index', listForms),
  line('ListBrands', 'GET /brands', 'brands#index', listBrands),
  line('ListTicketFields', 'GET /ticket_fields', 'ticket_fields#index', listFields),
  line('ShowTicketField', 'GET /ticket_fields/:field_id', 'ticket_fields#show', showField),
  line(
    'UpdateTicketField',
    'PUT /ticket_fields/:field_id',
    'ticket_fields#update',
    updateField,
    ADMIN,
  ),
  line('ListMacros', 'GET /macros', 'macros#index', listMacros),
  line('ShowMacro', 'GET /macros/:macro_id', 'macros#show', showMacro),
  line('ListViews', 'GET /views', 'views#index', listViews),
  line('ListActiveViews', 'GET /views/active', 'views#active', listViews),
  line('ShowView', 'GET /views/:view_id', 'views#show', showView),
  line('CountView', 'GET /views/:view_id/count', 'views#count', countView),
  line('ListRequests', 'GET /requests', 'requests#index', listRequests, USER),
  line('CreateRequest', 'POST /requests', 'requests#create', createRequest, USER),
  line('ShowRequest', 'GET /requests/:ticket_id', 'requests#show', showRequest, USER),
  line('UpdateRequest', 'PUT /requests/:ticket_id', 'requests#update', updateRequest, USER),
  line(
    'ListRequestComments',
    'GET /requests/:ticket_id/comments',
    'requests#comments',
    listRequestComments,
    USER,
  ),
];
