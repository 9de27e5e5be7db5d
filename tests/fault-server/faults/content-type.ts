/** Defects of media type: missing, wrong, or not one that is declared. */
import { header, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, fromThe, headerSays, querySays } from './when.ts';

export const CONTENT_TYPE_FAULTS: readonly Fault[] = faultsOf(
  { class: 'content-type', check: 'content-type-declared' },
  [
    {
      name: 'json-as-html',
      operation: 'listLoans',
      sentence: 'JSON comes as text/html.',
      shows: 'template',
      seam: spoil(header('Content-Type', 'text/html; charset=utf-8')),
    },
    {
      name: 'untyped-loan',
      operation: 'createLoan',
      sentence: 'The body has no media type.',
      shows: 'template',
      seam: spoil(header('Content-Type')),
    },
    {
      name: 'excerpt-as-markdown',
      operation: 'getExcerpt',
      sentence: 'Plain text comes as text/markdown.',
      shows: 'template',
      seam: spoil(header('Content-Type', 'text/markdown')),
    },
    {
      name: 'hours-as-json',
      operation: 'getHours',
      sentence: 'YAML comes as application/json.',
      shows: 'template',
      seam: spoil(header('Content-Type', 'application/json')),
    },
    {
      name: 'malformed-type-of-search',
      operation: 'searchCatalogue',
      sentence: 'The media type is one word.',
      shows: 'template',
      seam: spoil(header('Content-Type', 'json')),
    },
    {
      name: 'xml-for-reference-shelves',
      operation: 'createShelf',
      sentence: 'A shelf of the kind archive comes as application/xml.',
      shows: 'edge',
      seam: spoil(
        header('Content-Type', 'application/xml'),
        bodySays('kind', (kind) => kind === 'archive'),
      ),
    },
    {
      name: 'text-for-north-branch',
      operation: 'listBooks',
      sentence: 'With the cookie of the north branch JSON comes as text/plain.',
      shows: 'header',
      seam: spoil(
        header('Content-Type', 'text/plain'),
        headerSays('Cookie', (value) => value.includes('branch=north')),
      ),
    },
    {
      name: 'plain-refusals',
      operation: 'renewLoan',
      sentence: 'A 400 comes as text/plain.',
      shows: 'invalid',
      seam: spoilStatus(400, header('Content-Type', 'text/plain')),
    },
    {
      name: 'export-of-audio-as-text',
      operation: 'exportCatalogue',
      sentence: 'CSV of one medium comes as text/plain.',
      shows: 'edge',
      seam: spoil(
        header('Content-Type', 'text/plain'),
        querySays('medium', () => true),
      ),
    },
    {
      name: 'untyped-from-third-change',
      operation: 'updateShelf',
      sentence: 'From the third change on the body has no media type.',
      shows: 'repeat',
      seam: spoil(header('Content-Type'), fromThe(3)),
    },
  ],
);
