/** What a finder found it knows; what a younger one found the elder never has to keep. */
import { expect, test } from 'vitest';
import { createRegistry } from '../../../src/schema/model/value-resolver.ts';
import { createWorld } from '../../../src/schema/model/world.ts';
import type { SchemaNode } from '../../../src/schema/model/schema-node.ts';
import { FaultFinder } from '../../../src/schema/violations/fault-finder.ts';

function aNode(): SchemaNode {
  const schema = { type: 'object', required: ['name'] };
  const { resolver, root } = createRegistry({ schema, dialect: '2020-12', remotes: {} });
  const shared = { direction: undefined, honoursRefSiblings: false, malformed: 'letter' } as const;
  return createWorld({ resolver, ...shared }).node(root);
}

/** A value that counts how often it is looked into. */
function watched(): { readonly value: unknown; readonly looks: () => number } {
  let looks = 0;
  const value = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        looks += 1;
        return undefined;
      },
    },
  );
  return { value, looks: () => looks };
}

test('a value is looked into once, by the finder and by younger ones', () => {
  const node = aNode();
  const { value, looks } = watched();
  const elder = new FaultFinder();
  const found = elder.find(node, value);
  const before = looks();

  expect(elder.find(node, value)).toBe(found);
  expect(new FaultFinder(elder).find(node, value)).toBe(found);
  expect(looks()).toBe(before);
  expect(found.faults.map(({ keyword }) => keyword)).toEqual(['required']);
});

test('what a younger finder finds is forgotten with it', () => {
  const node = aNode();
  const { value, looks } = watched();
  const elder = new FaultFinder();
  new FaultFinder(elder).find(node, value);
  const before = looks();

  elder.find(node, value);

  expect(before).toBeGreaterThan(0);
  expect(looks()).toBeGreaterThan(before);
});
