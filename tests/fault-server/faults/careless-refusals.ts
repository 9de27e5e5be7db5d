/** Defects of careless code: what is nothing, false or zero is taken for missing. */
import { isList } from '../http/json.ts';
import { refuse } from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, formSays, memberOf, querySays } from './when.ts';

const shows = 'edge' as const;

export const CARELESS_REFUSAL_FAULTS: readonly Fault[] = faultsOf(
  { class: 'refuses-valid', check: 'refuses-valid' },
  [
    {
      name: 'refuses-ground-floor',
      operation: 'createShelf',
      sentence: 'Floor 0 is taken for no floor at all.',
      shows,
      seam: refuse(bodySays('floor', (floor) => floor === 0)),
    },
    {
      name: 'refuses-unavailable',
      operation: 'searchCatalogue',
      sentence: 'available=false is refused.',
      shows,
      seam: refuse(formSays('available', (value) => value === 'false')),
    },
    {
      name: 'refuses-unpriced',
      operation: 'listBooks',
      sentence: 'priced=false is refused.',
      shows,
      seam: refuse(querySays('priced', (value) => value === 'false')),
    },
    {
      name: 'refuses-null-note',
      operation: 'updateShelf',
      sentence: 'Null is refused for a note, which may be null.',
      shows,
      seam: refuse(bodySays('note', (value) => value === null)),
    },
    {
      name: 'refuses-no-gift',
      operation: 'createLoan',
      sentence: 'gift: false is refused.',
      shows,
      seam: refuse(bodySays('gift', (value) => value === false)),
    },
    {
      name: 'refuses-fractions-of-a-price',
      operation: 'replaceBook',
      sentence: 'A price with a fraction is refused.',
      shows,
      seam: refuse(
        bodySays('price', (value) => typeof value === 'number' && !Number.isInteger(value)),
      ),
    },
    {
      name: 'refuses-two-genres',
      operation: 'listBooks',
      sentence: 'More genres than one are refused.',
      shows,
      seam: refuse(querySays('genres', (value) => value.includes(','))),
    },
    {
      name: 'refuses-two-fields',
      operation: 'getBook',
      sentence: 'A parameter that is repeated is refused.',
      shows,
      seam: refuse((request) => request.target.split('fields=').length === 3),
    },
    {
      name: 'refuses-three-genres',
      operation: 'createBook',
      sentence: 'A list as long as it may be is refused.',
      shows,
      seam: refuse((request) => {
        const genres = memberOf(request, 'genres');
        return genres !== undefined && isList(genres) && genres.length === 3;
      }),
    },
  ],
);
