// Writes the files that are derived from others, or with --check says which of them no longer match their origin.
import { readdir, readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, parse, printSchema } from 'graphql';
import { writeAll } from './write-all.mjs';

const root = new URL('..', import.meta.url);

async function readSdl() {
  const folder = new URL('schema/graphql/', root);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8'))).then((texts) =>
    texts.join('\n'),
  );
}

const MODELS = [
  ...['Actor', 'Initiative', 'Achievement', 'Award', 'Issue', 'Place', 'Source', 'Claim', 'Change'].flatMap(
    (name) => [name, ...(name === 'Award' ? [] : [`${name}Connection`])],
  ),
  ...[
    'Node',
    'Thing',
    'Identifier',
    'Evidence',
    'PartialDate',
    'Period',
    'Contribution',
    'HelixCoverage',
    'HelixActors',
  ],
  ...[
    'Trace',
    'TraceStep',
    'TraceGap',
    'PathSearch',
    'Path',
    'PathHop',
    'Hub',
    'SearchConnection',
    'SearchHit',
  ],
  ...['PlaceFacet', 'Collaborator', 'CollaboratorConnection', 'ChangeOperation', 'Relation', 'RelationRole'],
  ...[
    'ClaimEnds',
    'Comment',
    'Judgement',
    'IdentityConflict',
    'IdentityCandidate',
    'IdentityCandidateConnection',
  ],
  ...['Proposal', 'ProposalConnection', 'ProposedOperation', 'ProposalVerdict', 'WritePayload'],
  ...['ArticleReading', 'ClaimSuggestion', 'SuggestedEnd', 'ReadingRule', 'FoundName', 'FoundDate'],
  ...['Viewer', 'Grant', 'Account', 'ApiToken', 'EventPass'],
];

async function resolverTypes(sdl) {
  return codegen({
    filename: 'types.ts',
    schema: parse(sdl),
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      contextType: '../context.js#Context',
      mappers: Object.fromEntries(MODELS.map((name) => [name, `../models.js#${name}Model`])),
      scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      avoidOptionals: { field: true },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
    },
  });
}

const sdl = await readSdl();
const outputs = {
  'schema/schema.graphql': `# Generated from schema/graphql by "npm run generate".\n\n${printSchema(buildASTSchema(parse(sdl)))}\n`,
  'src/graphql/generated/types.ts': `// Generated from schema/graphql by "npm run generate".\n${await resolverTypes(sdl)}`,
};

await writeAll(outputs);
