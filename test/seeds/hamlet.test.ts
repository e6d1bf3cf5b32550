import { beforeEach, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { loadDataset, servicesOf } from '../../src/app.js';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import { compareDates, compareText } from '../../src/domain/dates.js';
import { idOf } from '../../src/domain/ids.js';
import {
  ACTOR_KINDS,
  CLAIM_KINDS,
  CLAIM_STATUSES,
  CONTRIBUTION_KINDS,
  END_STATES,
  HELIXES,
  type RecordType,
} from '../../src/domain/kinds.js';
import type { JejakRecord, RecordOf } from '../../src/domain/records.js';
import { makeContext } from '../../src/graphql/context.js';
import { buildSchema } from '../../src/graphql/schema.js';
import { readDataset } from '../../src/transfer/dataset.js';
import { onEveryEngine } from '../support/engines.js';
import { FOLDER, type Question, readQuestions, type TableRow, tableOf } from './hamlet-tables.js';

const dataset = await readDataset(FOLDER);
const records: readonly JejakRecord[] = dataset.changeSet.operations.map(({ record }) => record);
const all = <T extends RecordType>(type: T) =>
  records.filter((record): record is RecordOf<T> & JejakRecord => record.type === type);
const keyOf = ({ id, identifiers }: JejakRecord) => identifiers[0]?.id ?? id;
const referenceOf = new Map(records.map((record) => [record.id, `${record.type}:${keyOf(record)}`]));
const keys = new Map(records.map((record) => [record.id, keyOf(record)]));

/** The id of `actor:warga`. */
const idFor = (reference: string) => {
  const [type = '', key = ''] = reference.split(':');
  const id = idOf(type as RecordType, 'jejak:hamlet', key);
  if (!keys.has(id)) throw new Error(`the hamlet has no ${reference}`);
  return id;
};
const questions = readQuestions();
const asking = (asks: string) => questions.filter((question) => question.asks === asks);
const only = (asks: string) => asking(asks)[0] as Question;

describe('the hamlet', () => {
  test('says that it is invented: the dataset, every record, every source and every name', () => {
    expect(dataset).toMatchObject({ scheme: 'jejak:hamlet', invented: true });
    for (const record of records) {
      expect(record.note).toMatch(/^Rekaan\./);
      expect(record.noteEn).toMatch(/^Invented\./);
    }
    for (const { title } of all('source')) expect(title).toMatch(/rekaan/);
    const names = records.flatMap((record) => ('name' in record ? [record.name] : []));
    for (const name of names) expect(name).toMatch(/Rekaan|Khayal|Dongeng|Antah-Berantah/);
  });

  test('has evidence for every record, in paragraphs that the README prints', () => {
    for (const record of records)
      expect({ record: referenceOf.get(record.id), evidence: record.evidence.length }).not.toMatchObject({
        evidence: 0,
      });
    for (const source of all('source')) {
      const { text } = asking('source').find(({ of }) => of[0] === keyOf(source)) ?? { text: '' };
      expect(text.match(/^\d+\. /gm)).toEqual(
        Array.from({ length: source.paragraphs ?? 0 }, (_, index) => `${index + 1}. `),
      );
    }
  });

  test('has something of everything', () => {
    const claims = all('claim');
    const values = (list: readonly unknown[]) => [...new Set(list)].sort();
    expect(values(all('actor').map(({ kind }) => kind))).toEqual([...ACTOR_KINDS].sort());
    expect(values(all('actor').map(({ helix }) => helix))).toEqual([...HELIXES].sort());
    expect(values(claims.map(({ kind }) => kind))).toEqual([...CLAIM_KINDS].sort());
    expect(values(claims.map(({ status }) => status))).toEqual([...CLAIM_STATUSES].sort());
    expect(values(claims.map(({ endState }) => endState))).toEqual([...END_STATES].sort());
    expect(values(claims.flatMap((claim) => claim.contributions.map(({ kind }) => kind)))).toEqual(
      [...CONTRIBUTION_KINDS].sort(),
    );
    const kinds = all('initiative').map(({ kind }) => kind);
    for (const kind of ['PROPOSAL', 'PROGRAM', 'INNOVATION', 'COMPETITION', 'CSR_PROJECT', 'EVENT'])
      expect(kinds).toContain(kind);
    expect(claims.find(({ kind }) => kind === 'AGREEMENT')?.parties).toHaveLength(1);
  });

  test('has in the README what is tested here, and nothing else', () => {
    expect(questions.map(({ asks }) => asks).sort()).toEqual(
      [
        ...['coverage', 'heads', 'source', 'source', 'sentences', 'sentences', 'paths', 'paths', 'paths'],
        ...Array.from({ length: 9 }, () => 'trace'),
      ].sort(),
    );
    for (const { args } of questions)
      for (const name of Object.keys(args))
        expect(['depth', 'asOf', 'from', 'to', 'maxHops', 'hubDegree']).toContain(name);
  });
});

onEveryEngine((stage) => {
  const schema = buildSchema();
  beforeEach(() => loadDataset(stage.store, 'hamlet'));

  async function ask<T>(source: string, variableValues: Record<string, unknown>): Promise<T> {
    const contextValue = makeContext(servicesOf(stage.store), PUBLIC_USER);
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
    expect(errors).toBeUndefined();
    return data as T;
  }

  test('loads once', async () => {
    expect(await loadDataset(stage.store, 'hamlet')).toBeNull();
  });

  test('breaks no invariant', async () => {
    expect(await ask('{ check { rule subject message } }', {})).toEqual({ check: [] });
  });

  interface Step {
    readonly depth: number;
    readonly claim: Ref & {
      readonly period: Record<'start' | 'at' | 'end', { readonly edtf: string } | null> | null;
    };
    readonly from: Ref;
    readonly to: Ref;
    readonly sentence: string;
    readonly english: string;
  }
  interface Traced {
    readonly trace: {
      readonly steps: readonly Step[];
      readonly gaps: ReadonlyArray<{
        kind: string;
        helix: string | null;
        node: Ref | null;
        step: { claim: Ref } | null;
      }>;
    };
  }
  const TRACE = `query ($of: ID!, $depth: Int, $asOf: Date) { trace(of: $of, depth: $depth, asOf: $asOf) {
    steps { depth from { id } to { id } sentence english: sentence(language: EN)
      claim { id period { start { edtf } at { edtf } end { edtf } } } }
    gaps { kind helix node { id } step { claim { id } } }
  } }`;
  const traceFor = async ({ of: [root = ''], args: { depth, asOf } }: Question) =>
    (await ask<Traced>(TRACE, { of: idFor(root), depth: Number(depth), asOf: asOf ?? null })).trace;

  test.each(asking('trace').map((question): [string, Question] => [question.title, question]))(
    '%s',
    async (_title, question) => {
      const { steps, gaps } = await traceFor(question);
      const rows = steps.map(rowOf);
      expect(inOrder(rows)).toEqual(inOrder(stepsOf(question)));
      expect(steps.map(({ claim }) => claim.id)).toEqual(
        steps.toSorted(byDepthDateAndId).map(({ claim }) => claim.id),
      );
      if (question.tables.gap)
        expect(gaps.map(gapRowOf).sort()).toEqual(gapsOf(question.tables.gap, rows).sort());
    },
  );

  /** The table of steps; `without` takes some from the trace of the same root that is not narrowed. */
  function stepsOf(question: Question): readonly TableRow[] {
    if (!question.tables.without) return tableOf(question, 'depth');
    const left = question.tables.without.map(({ without }) => without);
    const whole = asking('trace').find(
      ({ of, args }) =>
        of[0] === question.of[0] && args.depth === question.args.depth && args.asOf === undefined,
    );
    return tableOf(whole as Question, 'depth').filter(({ claim }) => !left.includes(claim));
  }

  const dateOf = ({ claim: { period } }: Step) =>
    (period?.start ?? period?.at ?? period?.end ?? { edtf: '' }).edtf;
  const byDepthDateAndId = (a: Step, b: Step) =>
    a.depth - b.depth ||
    compareDates(dateOf(a) || null, dateOf(b) || null) ||
    compareText(a.claim.id, b.claim.id);
  const rowOf = (step: Step) => ({
    depth: String(step.depth),
    date: dateOf(step),
    claim: keys.get(step.claim.id) ?? '',
    from: referenceOf.get(step.from.id) ?? '',
    to: referenceOf.get(step.to.id) ?? '',
  });

  const gapRowOf = ({ kind, helix, node, step }: Traced['trace']['gaps'][number]) =>
    `${kind} ${helix ?? (node ? referenceOf.get(node.id) : keys.get(step?.claim.id ?? ''))}`;
  const gapsOf = (table: readonly TableRow[], steps: readonly TableRow[]) =>
    table.flatMap(({ gap, about = '' }) => {
      const every = /^every step(?: except (.+))?$/.exec(about);
      if (!every) return [`${gap} ${about}`];
      const except = (every[1] ?? '').split(', ');
      return steps.filter(({ claim = '' }) => !except.includes(claim)).map(({ claim }) => `${gap} ${claim}`);
    });

  test.each(asking('sentences').map((question): [string, Question] => [question.title, question]))(
    '%s',
    async (_title, question) => {
      const { steps } = await traceFor(question);
      const told = steps.map((step) => [keys.get(step.claim.id), step.sentence, step.english]);
      expect(told.sort()).toEqual(
        tableOf(question, 'claim')
          .map(({ claim, Indonesian, English }) => [claim, Indonesian, English])
          .sort(),
      );
    },
  );

  interface Found {
    readonly pathSearch: {
      readonly paths: ReadonlyArray<{
        length: number;
        nodes: readonly Ref[];
        hops: ReadonlyArray<{ claims: readonly Ref[] }>;
      }>;
      readonly avoidedHubs: ReadonlyArray<{ node: Ref; degree: number }>;
      readonly complete: boolean;
    };
  }
  const PATHS = `query ($from: ID!, $to: ID!, $maxHops: Int, $hubDegree: Int) {
    pathSearch(from: $from, to: $to, maxHops: $maxHops, limit: 50, via: { hubDegree: $hubDegree }) {
      paths { length nodes { id } hops { claims { id } } } avoidedHubs { node { id } degree } complete
    }
  }`;

  test.each(asking('paths').map((question): [string, Question] => [question.title, question]))(
    '%s',
    async (_title, question) => {
      const { from = '', to = '', maxHops, hubDegree } = question.args;
      const { pathSearch } = await ask<Found>(PATHS, {
        from: idFor(from),
        to: idFor(to),
        maxHops: Number(maxHops),
        hubDegree: Number(hubDegree),
      });
      const found = pathSearch.paths.map(({ length, nodes, hops }) => ({
        hops: String(length),
        nodes: nodes.map(({ id }) => keys.get(id)).join(' > '),
        claims: hops.map(({ claims }) => inOrderOfKeys(claims).join(' + ')).join(' > '),
      }));
      expect(inOrder(found)).toEqual(inOrder(tableOf(question, 'hops')));
      expect(found.map(({ hops }) => hops)).toEqual(found.map(({ hops }) => hops).sort());
      expect(pathSearch.complete).toBe(true);
      expect(
        pathSearch.avoidedHubs.map(({ node, degree }) => ({
          'avoided hub': keys.get(node.id),
          degree: String(degree),
        })),
      ).toEqual(tableOf(question, 'avoided hub'));
    },
  );

  test('coverage', async () => {
    const source = `{ initiatives(first: 100) { nodes { id coverage {
      present absent helixes { helix count actors { id } } } } } }`;
    interface Covered {
      readonly id: string;
      readonly coverage: {
        readonly present: readonly string[];
        readonly absent: readonly string[];
        readonly helixes: ReadonlyArray<{ helix: string; count: number; actors: readonly Ref[] }>;
      };
    }
    const { initiatives } = await ask<{ initiatives: { nodes: readonly Covered[] } }>(source, {});
    const found = initiatives.nodes.map(({ id, coverage }) => ({
      initiative: keys.get(id) ?? '',
      ...Object.fromEntries(
        coverage.helixes.map(({ helix, actors }) => [helix, inOrderOfKeys(actors).join(', ')]),
      ),
    }));
    expect(inOrder(found)).toEqual(inOrder(tableOf(only('coverage'), 'initiative')));
    for (const { coverage } of initiatives.nodes)
      for (const { helix, count, actors } of coverage.helixes) {
        expect(count).toBe(actors.length);
        expect((count > 0 ? coverage.present : coverage.absent).includes(helix)).toBe(true);
      }
  });

  test('heads', async () => {
    const source = `query ($id: ID!, $day: Date!) { actor(id: $id) {
      affiliations(at: $day, roles: ["HEAD"]) { nodes { subject { id } } } } }`;
    const table = tableOf(only('heads'), 'organization');
    const found = await Promise.all(
      table.map(async ({ organization, day }) => {
        const variables = { id: idFor(`actor:${organization}`), day };
        const { actor } = await ask<{ actor: { affiliations: { nodes: Array<{ subject: Ref }> } } }>(
          source,
          variables,
        );
        const heads = inOrderOfKeys(actor.affiliations.nodes.map(({ subject }) => subject));
        return { organization, day, head: heads.join(', ') };
      }),
    );
    expect(found).toEqual(table);
  });

  test('the rivals know each other', async () => {
    const source =
      'query ($id: ID!) { node(id: $id) { ... on Claim { rank rivals { id rank } contributions { amount } } } }';
    const [preferred, other] = ['claim:bank-danai-program-25-juta', 'claim:bank-danai-program-30-juta'].map(
      idFor,
    );
    expect(await ask(source, { id: preferred })).toEqual({
      node: {
        rank: 'PREFERRED',
        rivals: [{ id: other, rank: 'NORMAL' }],
        contributions: [{ amount: 25_000_000 }],
      },
    });
    expect(await ask(source, { id: other })).toEqual({
      node: {
        rank: 'NORMAL',
        rivals: [{ id: preferred, rank: 'PREFERRED' }],
        contributions: [{ amount: 30_000_000 }],
      },
    });
  });
});

interface Ref {
  readonly id: string;
}
const inOrderOfKeys = (nodes: readonly Ref[]) => nodes.map(({ id }) => keys.get(id) ?? id).sort();

/** Rows by depth and date as the README has them, then by all their cells. */
function inOrder(rows: readonly TableRow[]): TableRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(a.depth ?? 0) - Number(b.depth ?? 0) ||
      compareDates(a.date || null, b.date || null) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}
