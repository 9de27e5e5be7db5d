/**
 * All boundaries of one plain value: each keyword's edges wherever it has a say, each value judged
 * valid and told once.
 */
import { holds } from '../canon/literal.ts';
import type { Engine } from '../engine.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { findAt, isJudgedValid } from '../violations/anchor.ts';
import { FaultFinder } from '../violations/fault-finder.ts';
import { Parts } from '../violations/parts.ts';
import { nameOf, show } from '../violations/show.ts';
import { pointerOf } from '../violations/spot.ts';
import { Walk, type Visit } from '../violations/walk.ts';
import type { Boundary } from './boundary.ts';
import type { Edge, EdgeContext } from './edge.ts';
import { arrayEdges } from './edges-of-array.ts';
import { exampleEdges, listedEdges, typeEdges } from './edges-of-kind.ts';
import { nastyTextEdges } from './edges-of-nasty-text.ts';
import { numberEdges } from './edges-of-number.ts';
import { objectEdges } from './edges-of-object.ts';
import { textEdges } from './edges-of-text.ts';

const FAMILIES = [
  listedEdges,
  typeEdges,
  exampleEdges,
  numberEdges,
  textEdges,
  nastyTextEdges,
  arrayEdges,
  objectEdges,
] as const satisfies readonly ((context: EdgeContext) => Iterable<Edge>)[];

interface Planning {
  readonly engine: Engine;
  readonly finder: FaultFinder;
  readonly parts: Parts;
  /** The values told so far, as JSON. */
  readonly known: Set<string>;
}

/** @returns the boundaries, each worked out when it is asked for; none where the value itself is not valid. */
export function* planBoundaries(
  engine: Engine,
  root: SchemaNode,
  value: unknown,
): Generator<Boundary> {
  if (!engine.judge.isValid(root, value)) return;
  const finder = new FaultFinder();
  const parts = new Parts(engine);
  const known = new Set([JSON.stringify(value)]);
  const planning: Planning = { engine, finder, parts, known };
  const walk = new Walk({ finder, parts, direction: engine.world.direction });
  try {
    for (const visit of walk.from(root, value)) {
      if (!findAt(visit.anchor, visit.anchor.put(visit.value), finder).holds) continue;
      for (const edge of edgesAt(visit, planning)) {
        const boundary = boundaryOn(edge, visit, planning);
        if (boundary !== undefined) yield boundary;
      }
    }
  } catch (error) {
    // Nested too deep to go on: what was found so far stands.
    if (!(error instanceof RangeError)) throw error;
  }
}

function* edgesAt(visit: Visit, { engine, parts }: Planning): Iterable<Edge> {
  if (visit.alternative !== undefined) yield alternativeEdge(visit);
  const { direction } = engine.world;
  const { languages } = engine.solver;
  for (const node of visit.applied) {
    const context: EdgeContext = { node, spot: visit, parts, direction, languages };
    const fresh = new Map<string, boolean>();
    for (const family of FAMILIES) {
      for (const edge of family(context)) {
        const key = `${edge.keyword} ${edge.about ?? ''}`;
        const isNew = fresh.get(key) ?? visit.isNew(node, key);
        fresh.set(key, isNew);
        if (isNew) yield edge;
      }
    }
  }
}

/** The value that was chosen for another branch or type is one that any client would send. */
function alternativeEdge({ alternative, value }: Visit): Edge {
  const { kind = 'type', owner, index } = alternative ?? {};
  const branch = index === undefined ? '' : ` ${String(index + 1)}`;
  return {
    keyword: kind,
    place: owner === undefined ? '' : owner.placeOf(kind, ...(index === undefined ? [] : [index])),
    tier: 'plain',
    values: () => [value],
    tell: () => `is ${show(value)}, as the ${kind}${branch} of its schema allows`,
  };
}

function boundaryOn(edge: Edge, visit: Visit, planning: Planning): Boundary | undefined {
  for (const value of candidates(edge, visit, planning)) {
    const part = visit.anchor.put(value);
    if (!findAt(visit.anchor, part, planning.finder).holds) continue;
    const whole = visit.put(value);
    const text = JSON.stringify(whole);
    // The edge is taken: another value on it would say nothing new.
    if (planning.known.has(text)) return undefined;
    if (!isJudgedValid(visit.anchor, part, planning.engine)) continue;
    planning.known.add(text);
    const steps = edge.about === undefined ? visit.steps : [...visit.steps, edge.about];
    return {
      pointer: pointerOf(steps),
      keyword: edge.keyword,
      place: edge.place,
      value: whole,
      sentence: `${nameOf(steps)} ${edge.tell(value)}`,
      opaque: visit.isOpaque,
      isFormatted:
        typeof value === 'string' &&
        visit.applied.some(({ keywords }) => keywords.format !== undefined),
      tier: edge.tier,
    };
  }
  return undefined;
}

function* candidates(edge: Edge, visit: Visit, { parts }: Planning): Iterable<unknown> {
  yield* edge.values();
  if (edge.literals === undefined) return;
  const found = parts.plain([...visit.entries.map(holds), ...edge.literals]);
  if (found !== undefined) yield found.value;
}
