/** The ways in which a credential is made wrong, for requests that a target must refuse. */

/**
 * `none`: no credential at all; `wrong`: one that nobody was ever given; `other secret`: the same
 * user with another secret; `other scheme`: the same secret under a scheme that is not declared.
 */
export const CREDENTIAL_CHANGES = ['none', 'wrong', 'other secret', 'other scheme'] as const;

export type CredentialChange = (typeof CREDENTIAL_CHANGES)[number];
