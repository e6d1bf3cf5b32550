import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import { ROOT } from '../config.js';
import { resolvers } from './resolvers.js';

/** The public schema, from the SDL files and the resolvers. Throws when a resolver has no field in the SDL. */
export function buildSchema(): GraphQLSchema {
  const folder = join(ROOT, 'schema/graphql');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const sdl = files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  const schema = buildASTSchema(parse(sdl.join('\n')));
  for (const [name, fields] of Object.entries(resolvers)) attach(schema, name, fields);
  return schema;
}

function attach(schema: GraphQLSchema, name: string, fields: unknown): void {
  const type = schema.getType(name);
  if (isScalarType(type)) Object.assign(type, fields);
  else if (isAbstractType(type))
    Object.assign(type, { resolveType: (fields as Record<string, unknown>).__resolveType });
  else if (isObjectType(type))
    for (const [field, resolve] of Object.entries(fields as Record<string, object>)) {
      const definition = type.getFields()[field];
      if (definition === undefined) throw new Error(`resolver ${name}.${field} has no field in the schema`);
      // A field of Subscription has two: one that finds the events, and one that makes an answer of each.
      Object.assign(definition, typeof resolve === 'function' ? { resolve } : resolve);
    }
  else throw new Error(`resolvers for ${name}, which the schema does not define`);
}
