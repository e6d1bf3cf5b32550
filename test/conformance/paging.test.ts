import { beforeAll, describe, expect, test } from '@jest/globals';
import { compareText } from '../../src/domain/dates.js';
import { fold } from '../../src/domain/names.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, anInitiative, aSource, changeSet } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';

interface Page {
  readonly edges: ReadonlyArray<{ cursor: string; node: { id: string; name: string } }>;
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
  readonly totalCount?: number;
}

const PAGE =
  'edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const names = ({ edges }: Page) => edges.map(({ node }) => node.name);

/** Twenty-five actors, some with one name, some whose names differ only in case or diacritics. */
const NAMES = Array.from(
  { length: 25 },
  (_, n) => ['Émilie', 'emilie', 'Zulkifli', '<>', `Warga ${n}`][n % 5] ?? '',
);

onEveryEngine(
  (stage) => {
    const source = aSource();
    const actors = NAMES.map((name, n) => anActor({ key: `actor ${n}`, name }));
    const event = anInitiative({ key: 'event', name: 'Acara', kind: 'EVENT' });
    const claims = actors.map((actor, n) =>
      aClaim({
        key: `claim ${n}`,
        kind: 'PARTICIPATION',
        role: 'ATTENDEE',
        subject: actor.id,
        object: event.id,
        at: n % 3 === 0 ? null : `20${10 + n}`,
      }),
    );
    const sorted = [...actors].sort(
      (a, b) => compareText(fold(a.name), fold(b.name)) || compareText(a.id, b.id),
    );

    beforeAll(async () => {
      await stage.store.apply(changeSet(source, ...actors, event, ...claims));
    });

    const list = async (args: string) =>
      (await answer<{ actors: Page }>(stage.store, `{ actors(${args}) { ${PAGE} } }`)).actors;

    /** All pages from one end to the other. */
    async function walk(size: string, cursor: string, next: (page: Page) => string | null, order = '') {
      const pages: Page[] = [];
      for (let from: string | null = ''; from !== null; ) {
        const page: Page = await list(`${order}${size}${from && `, ${cursor}: "${from}"`}`);
        pages.push(page);
        from = next(page);
      }
      return pages;
    }
    const forward = (page: Page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
    const backward = (page: Page) => (page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null);
    const ids = (pages: Page[]) => pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));

    describe('a list, page by page', () => {
      test('forward holds every record once, in order', async () => {
        const pages = await walk('first: 7', 'after', forward);
        expect(pages.map(({ edges }) => edges.length)).toEqual([7, 7, 7, 4]);
        expect(ids(pages)).toEqual(sorted.map(({ id }) => id));
      });

      test('backward holds the same records in the same order', async () => {
        const pages = await walk('last: 7', 'before', backward);
        expect(ids(pages.reverse())).toEqual(sorted.map(({ id }) => id));
      });

      test('in descending order is the reverse', async () => {
        const pages = await walk('first: 10', 'after', forward, 'orderBy: {direction: DESC}, ');
        expect(ids(pages)).toEqual(sorted.map(({ id }) => id).reverse());
      });

      test('says whether there is more on either side', async () => {
        const one = await list('first: 7');
        expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
        const two = await list(`first: 100, after: "${one.pageInfo.endCursor}"`);
        expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      });

      test('beyond its end is empty', async () => {
        const all = await list('first: 100');
        const beyond = await list(`first: 5, after: "${all.pageInfo.endCursor}"`);
        expect(beyond).toMatchObject({
          edges: [],
          pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
        });
      });

      test('is counted only when asked', async () => {
        const uncounted = await ask(stage.store, '{ actors(first: 1) { nodes { id } } }');
        const counted = await ask(stage.store, '{ actors(first: 1) { nodes { id } totalCount } }');
        expect(uncounted.trips).toEqual(['listPage']);
        expect(counted.trips).toEqual(['listPage', 'listCount']);
        expect(counted.data).toMatchObject({ actors: { totalCount: 25 } });
      });

      test('neither repeats nor loses a record while others are written between its pages', async () => {
        const one = await list('first: 10');
        const before = anActor({ key: 'came later, sorts first', name: '0' });
        const after = anActor({ key: 'came later, sorts last', name: 'ZZZ' });
        await stage.store.apply(changeSet(before, after));
        const rest = await list(`first: 100, after: "${one.pageInfo.endCursor}"`);
        expect([...ids([one]), ...ids([rest])]).toEqual([...sorted.map(({ id }) => id), after.id]);
      });
    });

    describe('the claims around a record, page by page', () => {
      test('are in story order, undated last, each once', async () => {
        const found: string[] = [];
        for (let after = 'null'; after !== ''; ) {
          const { initiative } = await answer<{
            initiative: {
              participations: {
                nodes: { id: string }[];
                pageInfo: { hasNextPage: boolean; endCursor: string };
              };
            };
          }>(
            stage.store,
            `{ initiative(id: "${event.id}") { participations(first: 4, after: ${after}) {
              nodes { id } pageInfo { hasNextPage endCursor } } } }`,
          );
          found.push(...initiative.participations.nodes.map(({ id }) => id));
          const { hasNextPage, endCursor } = initiative.participations.pageInfo;
          after = hasNextPage ? JSON.stringify(endCursor) : '';
        }
        const order = [...claims].sort(
          (a, b) => compareText(a.at ?? '~', b.at ?? '~') || compareText(a.id, b.id),
        );
        expect(found).toEqual(order.map(({ id }) => id));
      });
    });

    describe('a page is refused', () => {
      const refusal = async (args: string) =>
        (await ask(stage.store, `{ actors(${args}) { ${PAGE} } }`)).errors[0];

      test.each([
        ['first: 0', 'first: 0; write a number from 1 to 100'],
        ['first: 101', 'first: 101; write a number from 1 to 100'],
        ['last: -1', 'last: -1; write a number from 1 to 100'],
        ['first: 1, last: 1', 'first and last: both are given; give one of them'],
        ['first: 1, before: "x"', 'before: given with first; use after with first'],
        ['last: 1, after: "x"', 'after: given with last; use before with last'],
        ['after: "nonsense"', 'cursor: "nonsense"; it was changed'],
      ])('%s', async (args, message) => {
        expect(await refusal(args)).toMatchObject({
          code: 'BAD_USER_INPUT',
          message: expect.stringContaining(message),
        });
      });

      test('when its cursor was edited', async () => {
        const { pageInfo } = await list('first: 3');
        const [mark, key] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString());
        const forged = Buffer.from(JSON.stringify([mark, key, sorted[9]?.id])).toString('base64url');
        expect(await refusal(`first: 3, after: "${forged}"`)).toMatchObject({ code: 'BAD_USER_INPUT' });
      });

      test('when its cursor comes from the same list with other arguments', async () => {
        const { pageInfo } = await list('first: 3');
        const errors = [
          await refusal(`first: 3, after: "${pageInfo.endCursor}", filter: {kind: [PERSON]}`),
          await refusal(`first: 3, after: "${pageInfo.endCursor}", orderBy: {direction: DESC}`),
        ];
        for (const error of errors) expect(error?.message).toContain('repeat the arguments');
      });
    });

    test('names that differ only in case or diacritics stand together', async () => {
      const page = await list('first: 100');
      const folded = names(page).map(fold);
      expect(folded).toEqual([...folded].sort());
    });
  },
  { kept: true },
);
