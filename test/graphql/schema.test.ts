import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
  validateSchema,
} from 'graphql';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import { ERROR_CODES } from '../../src/domain/errors.js';
import * as kinds from '../../src/domain/kinds.js';
import { SCHEMAS } from '../../src/domain/records.js';
import { TRACE_DIRECTIONS, TRACE_GAP_KINDS } from '../../src/domain/trace.js';
import { makeContext, type Services } from '../../src/graphql/context.js';
import { examples } from '../../src/graphql/examples.js';
import { schema } from '../support/api.js';

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the schema', () => {
  test('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test.each([
    ['Helix', kinds.HELIXES],
    ['ActorKind', kinds.ACTOR_KINDS],
    ['InitiativeKind', kinds.INITIATIVE_KINDS],
    ['AchievementLevel', kinds.ACHIEVEMENT_LEVELS],
    ['IssueProgress', kinds.ISSUE_PROGRESS],
    ['PlaceKind', kinds.PLACE_KINDS],
    ['SourceKind', kinds.SOURCE_KINDS],
    ['ClaimKind', kinds.CLAIM_KINDS],
    ['ClaimStatus', kinds.CLAIM_STATUSES],
    ['ClaimRank', kinds.CLAIM_RANKS],
    ['EndState', kinds.END_STATES],
    ['ContributionKind', kinds.CONTRIBUTION_KINDS],
    ['TraceDirection', TRACE_DIRECTIONS],
    ['TraceGapKind', TRACE_GAP_KINDS],
    ['Language', kinds.LANGUAGES.map((language) => language.toUpperCase())],
  ])('%s has the values of the domain, in its order', (name, values) => {
    const type = schema.getType(name);
    expect(isEnumType(type) && type.getValues().map(({ value }) => value)).toEqual([...values]);
  });

  test.each([...['Actor', 'Initiative', 'Achievement', 'Award', 'Issue', 'Place', 'Source', 'Claim']])(
    '%sInput has the fields of the record that a person writes',
    (name) => {
      const type = schema.getType(`${name}Input`);
      const record = SCHEMAS[name.toLowerCase() as keyof typeof SCHEMAS];
      // Status has mutations of its own, since a dispute needs a reason; personal data are apart from the record.
      const elsewhere = ['type', 'id', 'withdrawn', 'status', 'statusReason'];
      const written = Object.keys(record.shape).filter((field) => !elsewhere.includes(field));
      const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
      expect(fields.filter((field) => field !== 'proposer').sort()).toEqual(written.sort());
    },
  );

  test('describes every type and every field', () => {
    const silent = types.flatMap((type) => {
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      const names = fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`);
      return type.description ? names : [type.name, ...names];
    });
    expect(silent).toEqual([]);
  });

  test('has the fields of the public contract', () => {
    const contract = {
      Query:
        'node nodes search actor actors initiative initiatives achievement achievements issues places sources claims trace paths changes',
      Trace: 'root steps actors coverage gaps sources',
      TraceStep: 'depth claim from to evidence',
      Claim: 'id kind role subject object status rank period evidence',
      Evidence: 'source locator quote paraphrase language',
      SearchHit: 'node score matchedName',
    };
    for (const [name, fields] of Object.entries(contract)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`no type ${name}`);
      expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(fields.split(' ')));
    }
  });

  test('gives every connection edges, nodes, page information and a count', () => {
    const connections = types.filter(({ name }) => name.endsWith('Connection')).filter(isObjectType);
    expect(connections.length).toBeGreaterThan(8);
    for (const connection of connections)
      expect(Object.keys(connection.getFields())).toEqual(
        expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']),
      );
  });

  test('has a Node in everything with an id of its own', () => {
    const node = schema.getType('Node');
    if (!isInterfaceType(node)) throw new Error('no Node');
    const names = schema.getPossibleTypes(node).map(({ name }) => name);
    expect(names.sort()).toEqual(
      [
        ...['Achievement', 'Actor', 'Award', 'Change', 'Claim', 'Comment', 'Initiative', 'Issue'],
        ...['Judgement', 'Place', 'Proposal', 'Source'],
      ].sort(),
    );
  });

  test.each(examples.map(({ title, query }) => [title, query]))(
    'example "%s" is a valid query',
    (_, query) => {
      expect(validate(schema, parse(query), specifiedRules)).toEqual([]);
    },
  );
});

test('the README lists every error code', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const code of ERROR_CODES) expect(readme).toContain(code);
});

test('a request whose time is up reads no more', async () => {
  const read = () => Promise.reject(new Error('read after the end'));
  const services = { reader: { read, searchText: read } } as unknown as Services;
  const context = makeContext(services, PUBLIC_USER, AbortSignal.abort(new Error('time is up')));
  await expect(context.record('a-00000000000000000000')).rejects.toThrow('time is up');
});
