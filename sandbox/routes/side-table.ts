// The routes beside the 45 operations: what scenarios and clients need to set the stage, poll, upload, restore and look up.
import {
  listBrands,
  listCustomStatuses,
  listFields,
  listForms,
  listGroups,
  listMacros,
  listOrganizations,
  showBrand,
  showCustomStatus,
  showField,
  showForm,
  showGroup,
  showMacro,
  showManyOrganizations,
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
import { listMetrics, showMetrics } from './metrics.ts';
import { listRatings, showRating } from './ratings.ts';
import { listAllAudits, listRecent } from './recent.ts';
import {
  createRequest,
  listRequestComments,
  listRequests,
  showRequest,
  updateRequest,
} from './requests.ts';
import type { Route } from './route.ts';
import {
  listTicketsAssigned,
  listTicketsCcd,
  listTicketsOfOrganization,
  listTicketsRequested,
} from './tickets-of.ts';
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
import { countView, listViews, listViewsCompact, showManyViews, showView } from './views.ts';

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
    { who: 'deleter', buckets: [DESTROYED] },
  ),
  line(
    'DestroyDeletedTicket',
    'DELETE /deleted_tickets/:ticket_id',
    'deleted_tickets#destroy',
    destroyDeleted,
    { who: 'deleter', buckets: [DESTROYED] },
  ),
  line('ListRecentTickets', 'GET /tickets/recent', 'tickets#recent', listRecent),
  line('ShowTicketMetrics', 'GET /tickets/:ticket_id/metrics', 'ticket_metrics#show', showMetrics),
  line('ListTicketMetrics', 'GET /ticket_metrics', 'ticket_metrics#index', listMetrics),
  line('ShowMetrics', 'GET /ticket_metrics/:ticket_id', 'ticket_metrics#show', showMetrics),
  line(
    'ListSatisfactionRatings',
    'GET /satisfaction_ratings',
    'satisfaction_ratings#index',
    listRatings,
  ),
  line(
    'ShowSatisfactionRating',
    'GET /satisfaction_ratings/:rating_id',
    'satisfaction_ratings#show',
    showRating,
  ),
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
  line(
    'ListTicketsRequested',
    'GET /users/:user_id/tickets/requested',
    'tickets#requested',
    listTicketsRequested,
  ),
  line(
    'ListTicketsAssigned',
    'GET /users/:user_id/tickets/assigned',
    'tickets#assigned',
    listTicketsAssigned,
  ),
  line('ListTicketsCcd', 'GET /users/:user_id/tickets/ccd', 'tickets#ccd', listTicketsCcd),
  line('ListGroups', 'GET /groups', 'groups#index', listGroups),
  line('ShowGroup', 'GET /groups/:group_id', 'groups#show', showGroup),
  line('ListOrganizations', 'GET /organizations', 'organizations#index', listOrganizations),
  line(
    'ShowOrganization',
    'GET /organizations/:organization_id',
    'organizations#show',
    showOrganization,
  ),
  line(
    'ShowManyOrganizations',
    'GET /organizations/show_many',
    'organizations#show_many',
    showManyOrganizations,
  ),
  line(
    'ListTicketsOfOrganization',
    'GET /organizations/:organization_id/tickets',
    'tickets#organization',
    listTicketsOfOrganization,
  ),
  line('ListCustomStatuses', 'GET /custom_statuses', 'custom_statuses#index', listCustomStatuses),
  line(
    'ShowCustomStatus',
    'GET /custom_statuses/:custom_status_id',
    'custom_statuses#show',
    showCustomStatus,
  ),
  line('ListTicketForms', 'GET /ticket_forms', 'ticket_forms#index', listForms),
  line('ShowTicketForm', 'GET /ticket_forms/:form_id', 'ticket_forms#show', showForm),
  line('ListBrands', 'GET /brands', 'brands#index', listBrands),
  line('ShowBrand', 'GET /brands/:brand_id', 'brands#show', showBrand),
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
  line('ListViewsCompact', 'GET /views/compact', 'views#compact', listViewsCompact),
  line('ShowManyViews', 'GET /views/show_many', 'views#show_many', showManyViews),
  line('CountManyViews', 'GET /views/count_many', 'views#count_many', showManyViews),
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
