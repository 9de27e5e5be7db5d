/**
 * The phase `probes`: requests that are wrong in a way no schema speaks of. Each is the plain
 * template with one thing changed: its credential, method, media type, Accept or bytes, or a
 * required part left out.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { Api, Operation } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import { matchMediaType } from '../wire/media-type.ts';
import { invalidCase } from './boundaries.ts';
import type { Case, Changes } from './case.ts';
import type { CredentialChange } from './credential-change.ts';
import type { Intent } from './intent.ts';
import { partsOf } from './request-parts.ts';
import { withValueAt, type ValuePlace } from './values-at.ts';
import { undeclaredMethods } from './undeclared-methods.ts';
import { unknownId } from './unknown-id.ts';

export interface ProbeOptions {
  readonly api: Api;
  readonly schemas: Schemas;
  /** Whether methods that may change something are probed too: a target on this machine, writes allowed. */
  readonly unsafeMethods: boolean;
  /** In which ways the operation's credential can be made wrong. */
  readonly credentialChanges: readonly CredentialChange[];
  /** Names of identities that the operation can be asked as beside its own. */
  readonly otherIdentities: readonly string[];
}

/** @returns the template's probes, in a fixed order. */
export function probeCases(template: Case, options: ProbeOptions): readonly Case[] {
  const made: readonly Probe[] = [
    ...credentialProbes(template, options),
    ...identityProbes(template, options),
    ...methodProbes(template, options),
    ...bodyProbes(template),
    ...acceptProbes(template.operation),
    ...missingParts(template),
    ...wrongTopTypes(template, options.schemas),
    ...unknownIds(template, options),
  ];
  return made.map(({ values, slots, changes, intent, deviation }, index) => ({
    ...template,
    id: `${template.operation.id}:probes:${String(index)}`,
    phase: 'probes' as const,
    index,
    intent,
    deviation,
    values: values ?? template.values,
    slots: slots ?? template.slots,
    ...(changes === undefined ? {} : { changes }),
  }));
}

interface Probe {
  readonly intent: Intent;
  readonly deviation: string;
  readonly changes?: Changes;
  readonly values?: Case['values'];
  readonly slots?: Case['slots'];
}

const CREDENTIAL_PHRASES = {
  none: 'without a credential',
  wrong: 'with a credential that nobody was given',
  'other secret': 'as the same user with another secret',
  'other scheme': 'with the secret under a scheme that is not declared',
  'other identity': 'with a credential of a scheme that the operation does not list',
} as const;

function credentialPhrase(how: CredentialChange): string {
  // The one kind that names a scheme.
  return how in CREDENTIAL_PHRASES
    ? CREDENTIAL_PHRASES[how as keyof typeof CREDENTIAL_PHRASES]
    : `with a credential that nobody was given, ${how.slice('wrong '.length)}`;
}

/** Only where every alternative asks for something: `{}` among them means that none is needed. */
function credentialProbes(template: Case, { credentialChanges }: ProbeOptions): readonly Probe[] {
  const { security } = template.operation;
  const isSecured =
    security.length > 0 && security.every((needed) => Object.keys(needed).length > 0);
  if (!isSecured) return [];
  return credentialChanges.map((how) => ({
    intent: { kind: 'unauthenticated', how },
    deviation: credentialPhrase(how),
    changes: { credential: how },
  }));
}

/** Who may not do it is refused as the description says. Only reading leaves nothing behind in another's name. */
function identityProbes(
  { operation: { method } }: Case,
  { otherIdentities }: ProbeOptions,
): readonly Probe[] {
  if (method !== 'GET' && method !== 'HEAD') return [];
  return otherIdentities.map((identity) => ({
    intent: { kind: 'other-identity', identity },
    deviation: `as the identity ${identity}`,
    changes: { identity },
  }));
}

function methodProbes(template: Case, { api, unsafeMethods }: ProbeOptions): readonly Probe[] {
  return undeclaredMethods(template.operation, api, unsafeMethods).map((method) => ({
    intent: { kind: 'undeclared-method', method },
    deviation: `by the undeclared method ${method}`,
    // A body would be one more thing to refuse.
    changes: { method, body: null, contentType: null },
  }));
}

/** One that there is not, and two that servers take for what they know. */
const UNDECLARED_TYPES = [
  'application/x-assay-undeclared',
  'text/plain',
  'application/xml',
] as const;
const MALFORMED_TYPE = 'multipart/form-data';

function bodyProbes({ operation, values }: Case): readonly Probe[] {
  const { body } = values;
  if (operation.requestBody === undefined || body === undefined) return [];
  const declared = operation.requestBody.content.map(({ type }) => type);
  const probes: Probe[] = [];
  const undeclared = UNDECLARED_TYPES.filter(
    (type) => !declared.some((range) => matchMediaType(range, type)),
  );
  for (const mediaType of undeclared) {
    probes.push({
      intent: { kind: 'undeclared-media-type', mediaType },
      deviation: `the body as ${mediaType}`,
      changes: { contentType: mediaType },
    });
  }
  if (!declared.some((type) => type.startsWith('multipart/') || type === '*/*')) {
    probes.push({
      intent: { kind: 'malformed-media-type', contentType: MALFORMED_TYPE },
      deviation: `the body as ${MALFORMED_TYPE} without a boundary`,
      changes: { contentType: MALFORMED_TYPE },
    });
  }
  return body.mediaType.endsWith('json') ? [...probes, ...malformedJson()] : probes;
}

const MALFORMED_BODIES = [
  ['cut short', '{"a": '],
  ['no JSON at all', '<html></html>'],
  ['followed by something else', '{} {}'],
  ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d)],
] as const;

function malformedJson(): readonly Probe[] {
  return MALFORMED_BODIES.map(([how, content]) => ({
    intent: { kind: 'malformed-body', how },
    deviation: `a body that is ${how}`,
    changes: { body: typeof content === 'string' ? Buffer.from(content) : content },
  }));
}

/** Nothing that is declared goes by this name. */
const UNMEETABLE = 'application/x-assay-unknown';

function acceptProbes(operation: Operation): readonly Probe[] {
  const types = operation.responses.flatMap(({ content }) => content.map(({ type }) => type));
  if (types.length === 0 || types.includes('*/*')) return [];
  return [
    ...eachDeclaredType(operation),
    {
      intent: { kind: 'not-acceptable', accept: UNMEETABLE },
      deviation: `with Accept: ${UNMEETABLE}`,
      changes: { accept: UNMEETABLE },
    },
  ];
}

/** Where an answer may be told in several ways, each is asked for: by itself one alone would come. */
function eachDeclaredType({ responses }: Operation): readonly Probe[] {
  const good = responses.filter(({ status }) => status.startsWith('2'));
  const types = new Set(good.flatMap(({ content }) => content.map(({ type }) => type)));
  if (types.size < 2) return [];
  return [...types].map((accept) => ({
    intent: { kind: 'valid', tier: 'plain' },
    deviation: `with Accept: ${accept}`,
    changes: { accept },
  }));
}

function unknownIds(template: Case, options: ProbeOptions): readonly Probe[] {
  const probe = unknownId(template, options.schemas, options.unsafeMethods);
  return probe === undefined ? [] : [probe];
}

function missingParts(template: Case): readonly Probe[] {
  const { operation, values } = template;
  const parameters = operation.parameters
    .filter((parameter) => parameter.required && parameter.in !== 'path' && parameter.declared)
    .map((parameter): Probe => {
      const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
      return {
        intent: {
          kind: 'missing-required',
          member: { ...at, place: parameter.place },
          enforced: parameter.enforced,
        },
        deviation: `without the required ${parameter.in} parameter ${parameter.name}`,
        values: withValueAt(values, at, undefined),
        slots: slotsOutside(template, at),
      };
    });
  const body = operation.requestBody;
  if (body?.required !== true || values.body === undefined) return parameters;
  const at = { in: 'body', pointer: '' } as const;
  return [
    ...parameters,
    {
      intent: {
        kind: 'missing-required',
        member: { ...at, place: body.place },
        enforced: body.enforced,
      },
      deviation: 'without the required body',
      values: { ...values, body: undefined },
      slots: slotsOutside(template, at),
    },
    {
      intent: {
        kind: 'missing-required',
        member: { ...at, place: body.place },
        enforced: body.enforced,
      },
      deviation: 'with a body of no bytes',
      changes: { body: new Uint8Array(0) },
    },
  ];
}

/** Violations of a large body are not looked through for those of the whole, which come first. */
const MOST_LOOKED_AT = 64;

/** A list, a text or null where an object is asked for: by form, every JSON value is text. */
function wrongTopTypes(template: Case, schemas: Schemas): readonly Probe[] {
  const accepted = { case: template, values: template.values };
  const body = partsOf(accepted, schemas).find((part) => part.in === 'body' && !part.isText);
  if (body === undefined) return [];
  const probes: Probe[] = [];
  let looked = 0;
  for (const violation of schemas.violations(body.schema, body.value, { direction: 'request' })) {
    looked += 1;
    if (looked > MOST_LOOKED_AT) break;
    if (violation.pointer !== '' || violation.keyword !== 'type') continue;
    const made = invalidCase(accepted, body, violation);
    if (made !== undefined) probes.push(made);
  }
  return probes;
}

/** The slot of what is left out must not put it back. */
function slotsOutside({ slots }: Case, { in: location, pointer }: ValuePlace): Case['slots'] {
  return slots.filter(
    (slot) => slot.in !== location || !`${slot.pointer}/`.startsWith(`${pointer}/`),
  );
}
