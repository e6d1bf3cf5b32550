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

const DEFAULTS = { port: 4000, host: '127.0.0.1', dataFolder: './data', seed: 'malang', neo4j: null };

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

test('a login within the address of Neo4j is refused, and not repeated', () => {
  const read = () => readConfig({ NEO4J_URI: 'bolt://neo4j:rahasia@host:7687' });
  expect(read).toThrow(/NEO4J_URI: "bolt:\/\/host:7687".*NEO4J_PASSWORD/);
  expect(read).not.toThrow(/rahasia/);
});
