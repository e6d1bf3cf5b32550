import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT, readConfig } from '../src/config.js';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

test('the root is the folder of the package', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).toMatchObject({ name: 'jejak' });
});

const DEFAULTS = {
  port: 4000,
  host: '127.0.0.1',
  dataFolder: './data',
  seed: 'malang',
  neo4j: null,
  oidc: null,
};

describe('what is not set', () => {
  test('has the defaults of the public contract', () => {
    expect(readConfig({})).toMatchObject(DEFAULTS);
  });

  test.each([
    'PORT',
    'HOST',
    'JEJAK_DATA',
    'JEJAK_SEED',
    'NEO4J_URI',
    'NEO4J_USER',
    'NEO4J_PASSWORD',
    'NEO4J_DATABASE',
  ])('%s may as well be empty', (name) => {
    expect(readConfig({ [name]: '' })).toEqual(readConfig({}));
  });

  test('leaves other variables alone', () => {
    expect(readConfig({ PATH: '/bin', NEO4J_HOME: 'x' })).toEqual(readConfig({}));
  });
});

describe('what is set', () => {
  test('is taken', () => {
    const env = { PORT: '0', HOST: '0.0.0.0', JEJAK_DATA: '/srv/jejak', JEJAK_SEED: 'none' };

    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataFolder: '/srv/jejak',
      seed: 'none',
      neo4j: null,
    });
  });

  test.each(['bolt://h:7687', 'neo4j://h', 'neo4j+s://abc.databases.neo4j.io', 'bolt+ssc://h:1'])(
    'Neo4j is used at %s',
    (uri) => {
      expect(readConfig({ NEO4J_URI: uri }).neo4j).toEqual({
        uri,
        user: 'neo4j',
        password: '',
        database: 'neo4j',
      });
    },
  );

  test('Neo4j has its user, password and database', () => {
    const env = { NEO4J_URI: 'bolt://h', NEO4J_USER: 'u', NEO4J_PASSWORD: ' p ', NEO4J_DATABASE: 'd' };

    expect(readConfig(env).neo4j).toEqual({ uri: 'bolt://h', user: 'u', password: ' p ', database: 'd' });
  });

  test('a password alone does not choose Neo4j', () => {
    expect(readConfig({ NEO4J_PASSWORD: 'secret' }).neo4j).toBeNull();
  });
});

describe('what is wrong', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['JEJAK_SEED', 'jakarta'],
    ['NEO4J_URI', 'http://localhost:7474'],
    ['NEO4J_URI', 'localhost:7687'],
    ['NEO4J_URI', 'bolt://'],
  ])('%s=%s is refused with its name and value', (name, value) => {
    const message = refusal({ [name]: value });

    expect(message).toContain('The environment is refused: 1 problem');
    expect(message).toContain(`${name}: "${value}"`);
  });

  test('says what to write instead', () => {
    expect(refusal({ NEO4J_URI: 'localhost' })).toContain('write bolt://host:7687 or neo4j://host:7687');
    expect(refusal({ JEJAK_SEED: 'jakarta' })).toMatch(/malang.*hamlet.*none/);
  });

  test('is told all at once', () => {
    expect(refusal({ PORT: 'abc', JEJAK_SEED: 'x', NEO4J_URI: 'y' })).toContain('3 problems');
  });

  test('never shows a password', () => {
    expect(refusal({ PORT: 'abc', NEO4J_PASSWORD: 'rahasia' })).not.toContain('rahasia');
  });
});

describe('an identity provider', () => {
  const set = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'jejak' };

  test('is none unless its address is set', () => {
    expect(readConfig({ ...set, OIDC_ISSUER: '' }).oidc).toBeNull();
    expect(readConfig({}).oidc).toBeNull();
  });

  test('has its address, the id of Jejak there, a secret or none, and grants by claim', () => {
    expect(readConfig(set).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'jejak',
      clientSecret: null,
      grants: [],
    });
    const grants = [
      { claim: 'groups', value: 'planners', grants: [{ role: 'editor', helix: 'GOVERNMENT' }] },
    ];
    const env = { ...set, OIDC_CLIENT_SECRET: 'rahasia', OIDC_GRANTS: JSON.stringify(grants) };
    expect(readConfig(env).oidc).toMatchObject({ clientSecret: 'rahasia', grants });
  });

  test.each(['http://127.0.0.1:9000', 'http://localhost', 'http://[::1]:1/realms/x'])(
    'may be without TLS at %s',
    (issuer) => {
      expect(readConfig({ ...set, OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
    },
  );

  test.each([
    ['OIDC_ISSUER', 'http://id.example', /OIDC_ISSUER: "http:\/\/id.example"; write the https:/],
    ['OIDC_ISSUER', 'id.example', /OIDC_ISSUER: "id.example"/],
    ['OIDC_CLIENT_ID', '', /OIDC_CLIENT_ID: ""; write the id by which/],
    [
      'OIDC_GRANTS',
      'planners=editor',
      /OIDC_GRANTS: "planners=editor"; write JSON such as \[\{"claim": "groups"/,
    ],
    ['OIDC_GRANTS', '[{"claim":"groups","value":"x","grants":[{"role":"king"}]}]', /; 0\.grants\.0\.role: /],
    ['OIDC_GRANTS', '[{"claim":"groups"}]', /; 0\.value: /],
  ])('is refused with %s=%s', (name, value, message) => {
    expect(refusal({ ...set, [name]: value })).toMatch(message);
  });

  test('never shows its secret', () => {
    expect(refusal({ ...set, OIDC_GRANTS: 'x', OIDC_CLIENT_SECRET: 'rahasia' })).not.toContain('rahasia');
  });
});

test('a login within the address of Neo4j is refused, and not repeated', () => {
  const read = () => readConfig({ NEO4J_URI: 'bolt://neo4j:rahasia@host:7687' });
  expect(read).toThrow(/NEO4J_URI: "bolt:\/\/host:7687".*NEO4J_PASSWORD/);
  expect(read).not.toThrow(/rahasia/);
});
