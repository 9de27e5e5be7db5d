// What an account has beside its tickets and that scenarios make use of: a macro, a view, a place for files.
import { expect } from 'vitest';
import type { Client } from './client.ts';
import type { Attachment } from './records.ts';

export interface Upload {
  readonly token: string;
  readonly attachment: Attachment;
}

export interface Furniture {
  /** Takes in a text file, to be put into a comment by its token. */
  readonly upload: (filename: string, text: string) => Promise<Upload>;
  /** A macro that is switched on; null where there is none. */
  readonly macroId: () => Promise<number | null>;
  /** A view of all tickets that are not solved; null where there is none. */
  readonly viewId: () => Promise<number | null>;
}

interface Macro {
  readonly id: number;
  readonly active: boolean;
}

interface View extends Macro {
  readonly conditions: { readonly all: readonly Condition[]; readonly any: readonly Condition[] };
}

interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
}

export function createFurniture({ beside }: Pick<Client, 'beside'>): Furniture {
  return {
    upload: async (filename, text) => {
      const { status, body } = await beside<{ readonly upload: Upload }>('POST /uploads.json', {
        query: { filename },
        rawBody: text,
        headers: { 'content-type': 'text/plain' },
      });
      expect(status).toBe(201);
      return body.upload;
    },
    macroId: async () => {
      const { body } = await beside<{ readonly macros: readonly Macro[] }>('GET /macros.json');
      return body.macros.find(({ active }) => active)?.id ?? null;
    },
    viewId: async () => {
      const { body } = await beside<{ readonly views: readonly View[] }>('GET /views/active.json');
      return body.views.find(({ conditions }) => isUnsolved(conditions))?.id ?? null;
    },
  };
}

function isUnsolved({ all: [first, ...rest], any }: View['conditions']): boolean {
  if (first === undefined || rest.length > 0 || any.length > 0) return false;
  return first.field === 'status' && first.operator === 'less_than' && first.value === 'solved';
}
