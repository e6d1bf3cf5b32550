import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { grantsSchema } from './auth/grants.js';
import type { OidcOptions } from './auth/oidc.js';
import { JejakError, show } from './domain/errors.js';

/** The root of the installed package: schema/, seeds/ and package.json lie there, beside src/ and dist/ alike. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema);

const PORT = 'write a whole number from 0 to 65535; 0 picks a free one';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const issuer = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}, 'write the https:// address of the identity provider; http:// only on this machine');

const GRANTS_EXAMPLE = '[{"claim": "groups", "value": "planners", "grants": [{"role": "editor"}]}]';
const claimGrants = z.array(
  z.strictObject({ claim: z.string().min(1), value: z.string(), grants: grantsSchema }),
);
const grantsByClaim = z.string().transform((text, context) => {
  const found = claimGrants.safeParse(jsonIn(text));
  if (found.success) return found.data;
  const [problem] = found.error.issues;
  const place = problem?.path.length ? `${problem.path.join('.')}: ${problem.message}; ` : '';
  context.addIssue({ code: 'custom', message: `${place}write JSON such as ${GRANTS_EXAMPLE}` });
  return z.NEVER;
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
  OIDC_ISSUER: setting(issuer.optional()),
  OIDC_CLIENT_ID: setting(z.string().optional()),
  OIDC_CLIENT_SECRET: setting(z.string().nullable().default(null)),
  OIDC_GRANTS: setting(grantsByClaim.default([])),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly seed: 'malang' | 'hamlet' | 'none';
  /** Null: the embedded engine. */
  readonly neo4j: { uri: string; user: string; password: string; database: string } | null;
  /** Null: nobody signs in by an identity provider. */
  readonly oidc: OidcOptions | null;
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
    oidc: oidcOf(values),
  };
}

function oidcOf(values: z.output<typeof environment>): OidcOptions | null {
  const {
    OIDC_ISSUER,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_GRANTS: grants,
  } = values;
  if (OIDC_ISSUER === undefined) return null;
  if (clientId !== undefined) return { issuer: OIDC_ISSUER, clientId, clientSecret, grants };
  const remedy = 'write the id by which the identity provider knows Jejak, or leave OIDC_ISSUER out';
  throw JejakError.ofProblems('The environment is refused', [
    { code: 'BAD_USER_INPUT', place: 'OIDC_CLIENT_ID', value: show(''), remedy },
  ]);
}
