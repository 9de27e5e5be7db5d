/** The ways in which a credential is made wrong, for requests that a target must refuse. */

/**
 * `none`: no credential at all; `wrong`: one that nobody was ever given; `other secret`: the same
 * user with another secret; `other scheme`: the same secret under a scheme that is not declared;
 * `other identity`: one that the target knows, of a scheme that the operation does not list;
 * `wrong by NAME`: one that nobody was given, by another of the schemes that the operation lists.
 */
export type CredentialChange =
  'none' | 'wrong' | 'other secret' | 'other scheme' | 'other identity' | `wrong by ${string}`;
