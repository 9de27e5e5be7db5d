// By which way a record came to be: the channel, and what the channel says of both ends.

export interface ViaEnd {
  readonly [member: string]: string | number | boolean | null | readonly number[];
}

export interface Via {
  readonly channel: string;
  readonly source: {
    readonly from: ViaEnd;
    readonly to: ViaEnd;
    readonly rel: string | null;
  };
}

/** The way of everything that a client of the API made. */
export const VIA_API: Via = { channel: 'api', source: { from: {}, to: {}, rel: null } };

/** A way with a channel, a relation and what is known of its ends. */
export function viaOf(
  channel: string,
  rel: string | null,
  from: ViaEnd = {},
  to: ViaEnd = {},
): Via {
  return { channel, source: { from, to, rel } };
}
