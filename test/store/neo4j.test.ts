import { expect, test } from '@jest/globals';
import { openNeo4j } from '../../src/store/engines/neo4j.js';

const options = { user: 'neo4j', password: 'rahasia', database: 'kota', timeout: 1000 };

test.each(['bolt://127.0.0.1:1', 'neo4j://127.0.0.1:1'])(
  'a server that does not answer at %s is UNAVAILABLE: the address is named, the password is not',
  async (uri) => {
    const error = await openNeo4j({ ...options, uri }).then(null, (thrown: Error) => thrown);

    expect(error).toMatchObject({ code: 'UNAVAILABLE' });
    expect((error as Error).message).toMatch(
      `no Neo4j answers at ${uri} (database "kota"); check NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD`,
    );
    expect((error as Error).message).not.toContain('rahasia');
  },
);

test('a password within the address is not shown either', async () => {
  const uri = 'bolt://neo4j:rahasia@127.0.0.1:1';
  const error = await openNeo4j({ ...options, uri }).then(null, (thrown: Error) => thrown);

  expect((error as Error).message).toContain('no Neo4j answers at bolt://127.0.0.1:1 (');
});
