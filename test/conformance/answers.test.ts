import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { idOf } from '../../src/domain/ids.js';
import type { RecordType } from '../../src/domain/kinds.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, aSource, changeSet } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

/** What users ask of the dataset of Malang, and what its sources answer. */
const id = (type: RecordType, key: string) => idOf(type, 'jejak:malang', key);

interface Named {
  readonly name: string;
}
interface Nodes<T> {
  readonly nodes: readonly T[];
}
type Party = ReturnType<typeof anActor>;
interface ClaimAnswer {
  readonly role: string;
  readonly subject: Named;
  readonly object: Named;
}
const ENDS = `subject { ... on Actor { name } ... on Initiative { name } ... on Issue { name } }
  object { ... on Actor { name } ... on Initiative { name } ... on Issue { name } ... on Place { name } }`;

onEveryEngine(
  (stage) => {
    beforeAll(async () => {
      await loadDataset(stage.store, 'malang');
    }, 120_000);

    const list = async (field: string): Promise<string[]> => {
      const data = await answer<Record<string, Nodes<Named>>>(stage.store, `{ ${field} { nodes { name } } }`);
      return Object.values(data)[0]?.nodes.map(({ name }) => name) ?? [];
    };
    const claims = async (type: RecordType, key: string, field: string): Promise<readonly ClaimAnswer[]> => {
      const data = await answer<Record<string, Record<string, Nodes<ClaimAnswer>>>>(
        stage.store,
        `{ node(id: "${id(type, key)}") { ... on ${type[0]?.toUpperCase()}${type.slice(1)} {
          found: ${field} { nodes { role ${ENDS} } } } } }`,
      );
      return data.node?.found?.nodes ?? [];
    };

    describe('a planner asks', () => {
      test('who was mayor on a day, and nobody is on a day no source speaks of', async () => {
        const mayor = async (day: string) =>
          (
            await claims('actor', 'pemerintah-kota-malang', `affiliations(at: "${day}", roles: ["HEAD"])`)
          ).map(({ subject }) => subject.name);
        expect(await mayor('2017-12-05')).toEqual(['Moch. Anton']);
        expect(await mayor('2021-02-03')).toEqual(['Sutiaji']);
        expect(await mayor('2022-08-22')).toEqual(['Sutiaji']);
        expect(await mayor('2024-11-18')).toEqual(['Iwan Kurniawan']);
        expect(await mayor('2019-01-01')).toEqual([]);
      });

      test('what was won under one award, and what else besides', async () => {
        const data = await answer<{
          achievement: { award: Named; siblings: Nodes<Named>; date: { edtf: string } };
        }>(
          stage.store,
          `{ achievement(id: "${id('achievement', 'top-25-singo')}") {
            award { name } date { edtf } siblings { nodes { name } } } }`,
        );
        expect(data.achievement).toMatchObject({
          date: { edtf: '2017-12-05' },
          siblings: { nodes: [{ name: 'TOP 25 Inovasi Jawa Timur: TWUIN' }] },
        });
      });

      test('who received an award, from whom, on whose behalf, and where', async () => {
        const of = async (field: string) =>
          (await claims('achievement', 'top-25-singo', field)).map(
            ({ role, object }) => `${role} ${object.name}`,
          );
        expect(await of('recipients')).toEqual(['RECIPIENT Sistem Pelayanan Malang Online']);
        expect(await of('conferrers')).toEqual(['CONFERRER Soekarwo']);
        expect((await of('receivers')).sort()).toEqual([
          'ON_BEHALF_OF Pemerintah Kota Malang',
          'RECEIVER Moch. Anton',
        ]);
        expect(await of('events')).toEqual(['EVENT Jambore Inovasi Provinsi Jawa Timur 2017']);
      });

      test('which helixes a policy involves', async () => {
        const { initiative } = await answer<{
          initiative: { coverage: { present: string[]; absent: string[] } };
        }>(
          stage.store,
          `{ initiative(id: "${id('initiative', 'pembangunan-kolaboratif-hexahelix')}") { coverage { present absent } } }`,
        );
        expect(initiative.coverage.absent).toEqual([]);
        expect(initiative.coverage.present).toHaveLength(6);
      });

      test('which innovations have no academic partner, and which have one', async () => {
        const without = await list('initiatives(filter: {kind: [INNOVATION], withoutHelix: ACADEMIA})');
        expect(without).toContain('Sistem Pelayanan Malang Online');
        expect(await list('initiatives(filter: {helix: [ACADEMIA]})')).toContain(
          'Workshop Kompetisi Inovasi Pelayanan Publik 2021',
        );
      });

      test('which agencies have no innovation yet', async () => {
        const found = await list(
          'actors(first: 100, filter: {withoutInnovation: true, kind: [ORGANIZATION]})',
        );
        expect(found).toContain('Pemerintah Pusat');
        expect(found).not.toContain('Kelurahan Sawojajar');
        expect(found).not.toContain('Puskesmas Janti');
      });

      test('how six awards became eight: two claims, side by side', async () => {
        const { claims: found } = await answer<{
          claims: Nodes<{
            contributions: { amount: number }[];
            rivals: { contributions: { amount: number }[] }[];
          }>;
        }>(
          stage.store,
          `{ claims(filter: {subject: "${id('actor', 'pemerintah-kota-malang')}", role: ["BENEFICIARY"],
            object: "${id('initiative', 'apel-pagi-18-november-2024')}"}) {
            nodes { contributions { amount } rivals { contributions { amount } } } } }`,
        );
        const amounts = found.nodes.map((claim) => claim.contributions[0]?.amount);
        expect([...amounts].sort()).toEqual([6, 8]);
        for (const { contributions, rivals } of found.nodes)
          expect(rivals.map((rival) => rival.contributions[0]?.amount)).toEqual(
            amounts.filter((amount) => amount !== contributions[0]?.amount),
          );
      });
    });

    describe('a facilitator asks', () => {
      test('which priority issues are under way, and what addresses them', async () => {
        expect(await list('issues(filter: {progress: [IN_PROGRESS]})')).toHaveLength(3);
        const { issues } = await answer<{ issues: Nodes<{ addressedBy: Nodes<ClaimAnswer> }> }>(
          stage.store,
          `{ issues { nodes { addressedBy { nodes { role ${ENDS} } } } } }`,
        );
        const initiatives = issues.nodes.flatMap(({ addressedBy }) =>
          addressedBy.nodes.map(({ subject }) => subject.name),
        );
        expect(initiatives).toContain('Renovasi gedung SD melalui TSP');
        expect(initiatives).toContain('Penanganan banjir kawasan Soekarno-Hatta');
      });

      test('what there is in a place, with and without the places within it', async () => {
        const below = await claims('place', 'kota-malang', 'located(first: 100)');
        const here = await claims('place', 'kota-malang', 'located(below: false, first: 100)');
        const found = (list: readonly ClaimAnswer[]) => list.map(({ subject }) => subject.name);
        expect(found(below)).toContain('Sistem Pelayanan Malang Online');
        expect(found(here)).not.toContain('Sistem Pelayanan Malang Online');
        expect(found(below)).toEqual(expect.arrayContaining(found(here)));
        expect(
          await list(`initiatives(filter: {kind: [INNOVATION], place: "${id('place', 'kota-malang')}"})`),
        ).toContain('Sistem Pelayanan Malang Online');
      });

      test('which kelurahan a kecamatan has', async () => {
        const { places } = await answer<{
          places: Nodes<{ parts: Nodes<Named> & { totalCount: number }; parent: Named }>;
        }>(
          stage.store,
          '{ places(filter: {code: ["35.73.05"]}) { nodes { parent { name } parts(first: 100) { totalCount nodes { name } } } } }',
        );
        expect(places.nodes[0]?.parent.name).toBe('Kota Malang');
        expect(places.nodes[0]?.parts.totalCount).toBe(12);
        expect(places.nodes[0]?.parts.nodes.map(({ name }) => name)).toContain('Kelurahan Dinoyo');
      });
    });

    describe('an academic asks', () => {
      test('with whom an actor works, in what, those with most in common first', async () => {
        const { actor } = await answer<{
          actor: { collaborators: Nodes<{ actor: Named; initiatives: Named[] }> };
        }>(
          stage.store,
          `{ actor(id: "${id('actor', 'pemerintah-kota-malang')}") {
            collaborators(first: 100) { nodes { actor { name } initiatives { name } } } } }`,
        );
        const counts = actor.collaborators.nodes.map(({ initiatives }) => initiatives.length);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        const speaker = actor.collaborators.nodes.find((node) => node.actor.name === 'Wawan Sobari');
        expect(speaker?.initiatives.map(({ name }) => name)).toContain(
          'Workshop Kompetisi Inovasi Pelayanan Publik 2021',
        );
      });

      test('which claims rest on a source, and all of them do', async () => {
        const { sources } = await answer<{
          sources: Nodes<{ id: string; supports: { totalCount: number } }>;
        }>(stage.store, '{ sources { nodes { id supports(first: 1) { totalCount } } } }');
        for (const source of sources.nodes) {
          const { claims: found } = await answer<{ claims: { totalCount: number } }>(
            stage.store,
            `{ claims(first: 1, filter: {source: "${source.id}"}) { totalCount } }`,
          );
          expect(source.supports.totalCount).toBe(found.totalCount);
          expect(found.totalCount).toBeGreaterThan(0);
        }
      });

      test('what happened in 2021, by dates that reach into it', async () => {
        const found = await list(
          'initiatives(filter: {from: "2021-01-01", until: "2021-12-31"}, first: 100)',
        );
        expect(found).toContain('Workshop Kompetisi Inovasi Pelayanan Publik 2021');
        expect(found).not.toContain('Jambore Inovasi Provinsi Jawa Timur 2017');
      });

      test("an actor's story in order of dates, its conferrals included", async () => {
        const { actor } = await answer<{
          actor: {
            timeline: Nodes<{ sentence: string; period: { start: { earliest: string } | null } | null }>;
          };
        }>(
          stage.store,
          `{ actor(id: "${id('actor', 'kelurahan-sawojajar')}") {
            timeline(first: 100) { nodes { sentence period { start { earliest } } } } } }`,
        );
        const days = actor.timeline.nodes.map(({ period }) => period?.start?.earliest ?? '~');
        expect(days).toEqual([...days].sort());
        expect(actor.timeline.nodes.map(({ sentence }) => sentence).join('\n')).toMatch(
          /TOP 25 .* diraih oleh/,
        );
      });
    });

    describe('a client that knows Relay', () => {
      const types = [
        'actor',
        'initiative',
        'achievement',
        'issue',
        'place',
        'source',
        'claim',
        'change',
      ] as const;

      test.each(types)('finds every %s again by its id alone', async (type) => {
        const data = await answer<Record<string, Nodes<{ id: string; __typename: string }>>>(
          stage.store,
          `{ ${type}s(first: 5) { nodes { id __typename } } }`,
        );
        const found = data[`${type}s`]?.nodes ?? [];
        expect(found.length).toBeGreaterThan(0);
        const again = await answer<{ nodes: unknown[]; node: unknown }>(
          stage.store,
          'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id __typename } node(id: $id) { id __typename } }',
          { ids: found.map((node) => node.id), id: found[0]?.id },
        );
        expect(again).toEqual({ nodes: found, node: found[0] });
      });

      test('gets null in its place for an id that is nobody', async () => {
        const known = id('actor', 'sutiaji');
        const odd = [
          idOf('actor', 'x', 'nobody'),
          '',
          'x',
          '"\'`$\\{}\n',
          known,
          'g-00000000000000000999',
          known,
        ];
        const { nodes } = await answer<{ nodes: Array<{ id: string } | null> }>(
          stage.store,
          'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
          { ids: odd },
        );
        expect(nodes.map((node) => node?.id ?? null)).toEqual([null, null, null, null, known, null, known]);
      });

      test('is told how many ids it may send', async () => {
        const { errors } = await ask(stage.store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: Array(101).fill('x'),
        });
        expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('at most 100') }]);
      });
    });

    test('the third party of an agreement finds it like the first two', async () => {
      const parties = ['one', 'two', 'three'].map((key) =>
        anActor({ key: `party ${key}`, name: `Pihak ${key}` }),
      );
      const [subject, object, third] = parties as [Party, Party, Party];
      const pact = aClaim({ key: 'pact', kind: 'AGREEMENT', role: null, subject, object, parties: [third] });
      await stage.store.apply(changeSet(aSource(), ...parties, pact));
      const found = await answer<{
        trace: { steps: { sentence: string }[] };
        actor: { claims: Nodes<{ id: string }>; timeline: Nodes<{ id: string }> };
      }>(
        stage.store,
        `{ trace(of: "${third.id}") { steps { sentence(language: EN) } }
          actor(id: "${third.id}") { claims { nodes { id } } timeline { nodes { id } } } }`,
      );
      expect(found).toEqual({
        trace: { steps: [{ sentence: 'Pihak three has an agreement with Pihak one and Pihak two' }] },
        actor: { claims: { nodes: [{ id: pact.id }] }, timeline: { nodes: [{ id: pact.id }] } },
      });
    });

    test('the operator alone loads datasets', async () => {
      const { errors } = await ask(
        stage.store,
        'mutation { loadDataset(dataset: HAMLET) { change { id } } }',
      );
      expect(errors).toEqual([{ code: 'UNAUTHENTICATED', message: expect.stringContaining('jejak seed') }]);
    });

    test('loading a dataset twice changes nothing', async () => {
      expect(await loadDataset(stage.store, 'malang')).toBeNull();
    });

    test('the stored data break no invariant', async () => {
      expect(await answer(stage.store, '{ check { rule subject message } }')).toEqual({ check: [] });
    });

    test.each([
      ['trace(of: "x") { direction }', 'NOT_FOUND'],
      [`trace(of: "${id('source', 'x')}") { direction }`, 'BAD_USER_INPUT'],
      [`trace(of: "${id('actor', 'nobody')}") { direction }`, 'NOT_FOUND'],
      [`trace(of: "${id('actor', 'sutiaji')}", depth: 13) { direction }`, 'BAD_USER_INPUT'],
      [`paths(from: "x", to: "${id('actor', 'sutiaji')}") { length }`, 'NOT_FOUND'],
      ['actors(filter: {place: "x"}) { nodes { id } }', 'NOT_FOUND'],
      ['changes(after: "x") { nodes { id } }', 'NOT_FOUND'],
    ])('%s is refused with place and remedy', async (field, code) => {
      const { errors } = await ask(stage.store, `{ ${field} }`);
      expect(errors).toEqual([{ code, message: expect.stringMatching(/: .*; .+/) }]);
    });

    test('the feed of changes is read on from the last change seen', async () => {
      const { changes } = await answer<{ changes: Nodes<{ id: string; sequence: number }> }>(
        stage.store,
        '{ changes(first: 1) { nodes { id sequence } } }',
      );
      expect(changes.nodes[0]?.sequence).toBe(1);
      const rest = await answer<{ changes: Nodes<{ sequence: number }> }>(
        stage.store,
        `{ changes(after: "${changes.nodes[0]?.id}") { nodes { sequence } } }`,
      );
      expect(rest.changes.nodes.every(({ sequence }) => sequence > 1)).toBe(true);
    });
  },
  { kept: true },
);
