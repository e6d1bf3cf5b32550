import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { JejakError, show } from './domain/errors.js';

/** The root of the installed package: schema/, seeds/ and package.json lie there, beside src/ and dist/ alike. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema);

const PORT = 'write a whole number from 0 to 65535; 0 picks a free one';

const environment = z.object({
  PORT: setting(z.coerce.number(PORT).int(PORT).min(0, PORT).max(65535, PORT).default(4000)),
  HOST: setting(z.string().default('127.0.0.1')),
  JEJAK_DATA: setting(z.string().default('./data')),
  JEJAK_SEED: setting(z.enum(['malang', 'hamlet', 'none']).default('malang')),
  NEO4J_URI: setting(
    z
      .string()
      .regex(
        /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^@]+$/,
        'write bolt://host:7687 or neo4j://host:7687, the login in NEO4J_USER and NEO4J_PASSWORD',
      )
      .optional(),
  ),
  NEO4J_USER: setting(z.string().default('neo4j')),
  NEO4J_PASSWORD: setting(z.string().default('')),
  NEO4J_DATABASE: setting(z.string().default('neo4j')),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly seed: 'malang' | 'hamlet' | 'none';
  /** Null: the embedded engine. */
  readonly neo4j: { uri: string; user: string; password: string; database: string } | null;
}

/**
 * The one reader of the environment (design: DESIGN.md, "Environment"). An empty variable counts as not set. Throws
 * BAD_USER_INPUT naming each variable that is wrong, its value (never a password) and the remedy.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      code: 'BAD_USER_INPUT' as const,
      place: String(issue.path[0]),
      // An address may carry a login, which no message repeats.
      value: show((env[String(issue.path[0])] ?? '').replace(/\/\/.*@/, '//')),
      remedy: issue.message,
    }));
    throw JejakError.ofProblems('The environment is refused', problems);
  }
  const values = parsed.data;
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values;
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: values.JEJAK_DATA,
    seed: values.JEJAK_SEED,
    neo4j: uri === undefined ? null : { uri, user, password, database },
  };
}
