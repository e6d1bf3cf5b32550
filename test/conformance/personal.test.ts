import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { servicesOf } from '../../src/app.js';
import { PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { makeContext } from '../../src/graphql/context.js';
import { type RunningServer, startServer } from '../../src/graphql/server.js';
import { check } from '../../src/store/check.js';
import { createStore } from '../../src/store/store.js';
import { ask, schema } from '../support/api.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anInitiative,
  aPlace,
  aSource,
  changeSet,
  testId,
  update,
} from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { everyField } from '../support/every-field.js';
import { contributor, editor } from '../support/people.js';
import { intercepting, readChanges } from '../support/reading.js';

/**
 * The invariant: nobody without the right learns of personal data, by no question and by no refusal, and no log has them.
 * The name and the number are invented and stand nowhere else.
 */
const NAME = 'Penandawati Rahasiawan';
const PHONE = '0899-0000-0555';
const MARKERS = /penandawati|rahasiawan|0899|89900000555|0000-0555/i;

const asked = anInitiative({ key: 'usulan', kind: 'PROPOSAL', name: 'Saluran air RW 03' });
const twin = anInitiative({ key: 'kembar', kind: 'PROPOSAL', name: 'Saluran air RW III' });
const waiting = anInitiative({ key: 'menunggu', kind: 'PROPOSAL', name: 'Taman RW 05' });
const place = aPlace({ key: 'sawojajar', name: 'Sawojajar' });
const group = anActor({ key: 'pkk', name: 'PKK RW 03', helix: 'COMMUNITY' });
const source = aSource();
const ids: string[] = [asked.id, twin.id, waiting.id, place.id, group.id, source.id];

const withPersonal = (record: typeof asked) => [{ of: record.id, name: NAME, phone: PHONE }];

/** An usulan that was merged with another, both with a proposer; one more that waits for a review. */
async function build({ store }: Pick<Stage, 'store'>) {
  const located = aClaim({
    key: 'di',
    kind: 'LOCATED_IN',
    role: null,
    subject: asked,
    object: place,
    evidence: [{ source }],
  });
  const part = aClaim({ key: 'oleh', subject: group, object: asked, evidence: [{ source }] });
  await store.change(async () => ({
    ...changeSet(asked, twin, place, group, source, located, part),
    personal: [...withPersonal(asked), ...withPersonal(twin)],
  }));
  await store.change(async () => ({ ...update({ ...asked, note: 'dicek' }), personal: withPersonal(asked) }));
  await store.apply(changeSet(aJudgement({ left: asked, right: twin })));
  const made = await store.propose(async () => ({
    ...changeSet(waiting),
    by: 'Kontributor',
    account: contributor().id,
    personal: withPersonal(waiting),
  }));
  ids.push(located.id, part.id, made?.id ?? '', ...(await readChanges(store)).map(({ id }) => id));
}

const WITHOUT_RIGHT: ReadonlyArray<readonly [string, User]> = [
  ['the public', PUBLIC_USER],
  ['another contributor', { ...contributor(), id: 'somebody-else' }],
  ['an editor of elsewhere', editor({ place: testId('place', 'elsewhere') })],
];

/** A value of that type as it is written in a document; ids are those of the store. */
function literal(type: GraphQLInputType): fc.Arbitrary<string> {
  const inner = getNullableType(type);
  if (isListType(inner))
    return fc
      .array(literal(inner.ofType), { minLength: 1, maxLength: 3 })
      .map((all) => `[${all.join(', ')}]`);
  const named = getNamedType(inner);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (isInputObjectType(named))
    return argumentsOf(Object.values(named.getFields())).map((text) => `{ ${text} }`);
  if (named.name === 'Boolean') return fc.constantFrom('true', 'false');
  if (named.name === 'Int') return fc.integer({ min: 1, max: 20 }).map(String);
  if (named.name === 'Date') return fc.constantFrom('"2021-06-01"', '"1999-12-31"');
  if (named.name === 'ID') return fc.nat().map((n) => JSON.stringify(ids[n % ids.length]));
  return fc.constantFrom('"saluran"', '"RW 03"', '"sawojajar"', '""', '"2021"');
}

/** Arguments as they are written; those that may be left out sometimes are. */
function argumentsOf(args: ReadonlyArray<{ name: string; type: GraphQLInputType }>): fc.Arbitrary<string> {
  const each = args.map(({ name, type }) => {
    const given = literal(type).map((value) => `${name}: ${value}`);
    return isNonNullType(type) ? given : fc.option(given, { nil: '' });
  });
  return fc.tuple(...each).map((all) => all.filter(Boolean).join(', '));
}

const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
const questions = fc.constantFrom(...fields).chain((field) =>
  fc.tuple(argumentsOf(field.args), fc.constantFrom(0, 1, 1, 2)).map(([args, depth]) => {
    const selection = everyField(getNamedType(field.type), depth);
    return `{ ${field.name}${args === '' ? '' : `(${args})`} ${selection === '' ? '' : `{ ${selection} }`} }`;
  }),
);

onEveryEngine(
  (stage) => {
    beforeAll(async () => {
      ids.length = 6;
      await build(stage);
    });
    const all = async (question: string, user: User) =>
      JSON.stringify(await ask(stage.store, question, {}, user));

    describe.each(WITHOUT_RIGHT)('%s', (_, user) => {
      test('sees no personal data, whatever is asked', async () => {
        await fc.assert(
          fc.asyncProperty(questions, async (question) => {
            expect(await all(question, user)).not.toMatch(MARKERS);
          }),
          { numRuns: 40 },
        );
      }, 120_000);

      test.each(
        fields.filter(({ args }) =>
          args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined),
        ),
      )('sees none in every field of $name, two levels deep', async ({ name, type }) => {
        const selection = everyField(getNamedType(type), 2);
        expect(await all(`{ ${name} ${selection === '' ? '' : `{ ${selection} }`} }`, user)).not.toMatch(
          MARKERS,
        );
      });

      test('sees none of each thing by its id, its history and what it may double included', async () => {
        for (const id of ids) {
          const selection = everyField(schema.getType('Node') as never, 1);
          expect(await all(`{ node(id: "${id}") { ${selection} } }`, user)).not.toMatch(MARKERS);
        }
      });

      test.each([NAME, 'Penandawati', PHONE, '089900000555'])('does not find %s', async (query) => {
        const { data, errors } = await ask<{ search: object }>(
          stage.store,
          'query ($query: String!) { search(query: $query) { totalCount nodes { matchedName } facets { types { count } } } }',
          { query },
          user,
        );
        expect([data.search, errors]).toEqual([{ totalCount: 0, nodes: [], facets: { types: [] } }, []]);
      });
    });

    test('whoever has the right sees them, by the same questions', async () => {
      const selection = everyField(schema.getType('Initiative') as never, 1);
      const initiatives = await all(`{ initiatives { nodes { ${selection} } } }`, editor());
      const proposals = `{ proposals { nodes { operations { proposer { name phone } } } } }`;
      for (const answer of [initiatives, await all(proposals, editor()), await all(proposals, contributor())])
        expect(answer).toMatch(MARKERS);
    });

    test('the history, the records and the findings of check hold none', async () => {
      const rows = await stage.engine.read(
        'MATCH (n) WHERE n.of IS NULL AND n.personal IS NULL RETURN properties(n) AS p',
      );
      expect(JSON.stringify(rows)).not.toMatch(MARKERS);
      expect(JSON.stringify(await check(stage.store))).not.toMatch(MARKERS);
    });

    describe('what is refused', () => {
      const CREATE = `mutation ($input: InitiativeInput!) { it: createInitiative(input: $input, why: "x") {
        change { id } userErrors { field code message } } }`;
      const input = (proposer: unknown, more: object = {}) => ({
        name: 'Saluran',
        kind: 'PROPOSAL',
        proposer,
        ...more,
      });

      test.each([
        ['phone', { phone: PHONE.repeat(400) }],
        ['phone', { phone: `${PHONE}\u0007` }],
        ['phone', { name: NAME, phone: `${NAME} ${PHONE}` }],
        ['name', { name: `${NAME}\n${PHONE}` }],
        ['name', { name: NAME.repeat(50), phone: PHONE }],
      ])('a proposer’s %s is named and not shown', async (field, proposer) => {
        for (const user of [contributor(), editor()]) {
          const answer = await ask<{ it: { change: null; userErrors: object[] } }>(
            stage.store,
            CREATE,
            { input: input(proposer) },
            user,
          );
          expect(answer.data.it.change).toBeNull();
          expect(answer.data.it.userErrors).toEqual([
            {
              field: `proposer.${field}`,
              code: 'BAD_USER_INPUT',
              message: expect.stringContaining(`proposer ${field}: it is refused, and not shown`),
            },
          ]);
          expect(JSON.stringify(answer)).not.toMatch(MARKERS);
        }
      });

      test('for another reason, personal data beside it are not shown', async () => {
        for (const user of [PUBLIC_USER, contributor(), editor()]) {
          const bad = input({ name: NAME, phone: PHONE }, { start: '32/13/2021' });
          const answer = await ask(stage.store, CREATE, { input: bad }, user);
          expect(JSON.stringify(answer)).toMatch(/UNAUTHENTICATED|BAD_USER_INPUT/);
          expect(JSON.stringify(answer)).not.toMatch(MARKERS);
        }
      });

      describe('over HTTP', () => {
        let log: jest.SpiedFunction<typeof console.error>;
        let server: RunningServer;
        let breaking: (() => string) | null = null;
        beforeAll(async () => {
          log = jest.spyOn(console, 'error').mockImplementation(() => {});
          const engine = intercepting(stage.engine, (run) => (text, parameters = {}) => {
            const holdsThem = JSON.stringify(parameters).includes(PHONE);
            return run(holdsThem && breaking !== null ? breaking() : text, parameters);
          });
          const store = createStore(engine);
          server = await startServer({
            schema,
            context: () => makeContext(servicesOf(store), editor()),
            host: '127.0.0.1',
            port: 0,
            ready: async () => true,
            auth: servicesOf(store).auth,
            examples: [],
          });
        });
        afterAll(async () => {
          await server?.close();
          log.mockRestore();
        });
        const post = async (query: string, variables: object) => {
          log.mockClear();
          const response = await fetch(`${server.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables }),
          });
          return response.text();
        };

        /** The answer and the log of a request whose statements with personal data are replaced. */
        const failing = async (how: () => string) => {
          breaking = how;
          const answer = await post(CREATE, { input: input({ name: NAME, phone: PHONE }) });
          breaking = null;
          return { answer, lines: log.mock.calls.flat().join('\n') };
        };

        test.each([
          ['a number for the phone', { proposer: { name: NAME, phone: 89900000555 } }],
          ['a field too many beside them', { proposer: { name: NAME, phone: PHONE, nama: NAME } }],
          ['a field too many above them', { bogus: 1, proposer: { name: NAME, phone: PHONE } }],
          ['a list of them', { proposer: [{ name: NAME, phone: PHONE }] }],
          ['a quote within them', { proposer: { name: `at "x"; ${NAME} "`, phone: [`${PHONE}"; x`] } }],
        ])('%s: the answer names the variable alone', async (_, fields) => {
          const answer = await post(CREATE, { input: fields });
          expect(answer).toContain('BAD_USER_INPUT');
          expect(answer).toContain('Variable \\"$input\\" holds personal data that do not fit the schema');
          expect(answer).not.toMatch(MARKERS);
          expect(log).not.toHaveBeenCalled();
        });

        test('other variables are told by their value, as ever', async () => {
          const answer = await post(CREATE, { input: { name: 5 } });
          expect(answer).toContain('got invalid value 5 at \\"input.name\\"');
        });

        test.each([
          ['a statement that is none', () => 'THIS IS NO CYPHER'],
          ['a function that is not there', () => 'UNWIND $rows AS row RETURN nosuchfunction(row.phone)'],
          [
            'a parameter that is not there',
            () => 'MATCH (p:Personal {of: $absent}) RETURN p.absent AS absent',
          ],
          [
            'a key that is taken',
            () =>
              `UNWIND $rows AS row CREATE (p:Personal {of: row.of}) CREATE (q:Personal {of: row.of, phone: row.phone})`,
          ],
        ])('what fails in the store by %s is told without them', async (_, how) => {
          const { answer, lines } = await failing(how);
          expect(answer).toMatch(/INTERNAL_SERVER_ERROR|CONFLICT|UNAVAILABLE/);
          expect([answer, lines].join()).not.toMatch(MARKERS);
        });

        test('what fails in Jejak is logged without them', async () => {
          const { answer, lines } = await failing(() => {
            throw new TypeError('no such property', { cause: new Error('deeper') });
          });
          expect(answer).toContain('INTERNAL_SERVER_ERROR');
          expect(lines).toMatch(/A request failed inside.*no such property.*deeper/);
          expect([answer, lines].join()).not.toMatch(MARKERS);
        });
      });
    });
  },
  { kept: true },
);
