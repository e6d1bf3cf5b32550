import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../config.js';
import { JejakError, show } from '../domain/errors.js';
import { allMappings, mappingByName } from '../store/cypher/mappings.js';
import type { Reader } from '../store/port.js';
import { checkMapping } from './mapping.js';
import type { Mapping } from './mapping-form.js';
import { templateMapping } from './template.js';

/** The mappings by which files are read: that of the template, those that come with Jejak, and those that were saved. */

/** The name of the template's own mapping. */
export const TEMPLATE = 'templat';
const FOLDER = join(ROOT, 'seeds/mappings');

/** A mapping with where it comes from. */
export interface KnownMapping {
  readonly name: string;
  readonly title: string | null;
  /** TEMPLATE and SHIPPED come with Jejak; SAVED ones were saved here. */
  readonly origin: 'TEMPLATE' | 'SHIPPED' | 'SAVED';
  /** As JSON. */
  readonly text: string;
  /** Who saved it, and when; null for the others. */
  readonly by: string | null;
  readonly at: string | null;
}

/** Every mapping, the template's first, then by name. */
export async function listMappings(reader: Pick<Reader, 'read'>): Promise<KnownMapping[]> {
  const template = templateMapping(TEMPLATE);
  const saved = (await reader.read(allMappings, {})).map(
    ({ name, text, by, at }): KnownMapping => ({
      name,
      title: titleOf(JSON.parse(text)),
      origin: 'SAVED',
      text,
      by,
      at,
    }),
  );
  return [known('TEMPLATE', template), ...(await shipped()), ...saved];
}

/**
 * The mapping of that name, or the one that is written out as JSON, ready to be used. `scheme` sets the namespace of the clerks' own keys apart, for the template.
 * Throws NOT_FOUND naming those that exist, and BAD_USER_INPUT when a saved one no longer holds.
 */
export async function mappingOf(
  reader: Pick<Reader, 'read'>,
  name: string,
  scheme: string = TEMPLATE,
): Promise<Mapping> {
  if (name === TEMPLATE) return templateMapping(scheme);
  if (name.trimStart().startsWith('{')) return checkMapping(parsed(name));
  const [saved] = await reader.read(mappingByName, { name });
  const text = saved?.text ?? (await shipped()).find((each) => each.name === name)?.text;
  if (text !== undefined) return checkMapping(JSON.parse(text));
  const names = (await listMappings(reader)).map((each) => each.name);
  throw JejakError.ofProblems('The mapping is not there', [
    {
      code: 'NOT_FOUND',
      place: 'mapping',
      value: show(name),
      remedy: `name one of ${names.join(', ')}, or save it first`,
      field: 'mapping',
    },
  ]);
}

/**
 * A mapping as it is saved: checked as a whole. Throws BAD_USER_INPUT, and CONFLICT for the name of one that comes with
 * Jejak.
 */
export async function mappingToSave(text: string): Promise<Mapping> {
  const mapping = checkMapping(parsed(text));
  const taken = [TEMPLATE, ...(await shipped()).map(({ name }) => name)];
  if (!taken.includes(mapping.name)) return mapping;
  throw JejakError.ofProblems('The mapping is refused', [
    {
      code: 'CONFLICT',
      place: 'name',
      value: `${show(mapping.name)} comes with Jejak`,
      remedy: 'give yours another name',
      field: 'name',
    },
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw JejakError.ofProblems('The mapping is refused', [
      {
        code: 'BAD_USER_INPUT',
        place: 'mapping',
        value: (error as Error).message,
        remedy: 'write it as JSON; docs/import.md has an example',
        field: 'text',
      },
    ]);
  }
}

async function shipped(): Promise<KnownMapping[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) =>
      known('SHIPPED', checkMapping(JSON.parse(await readFile(join(FOLDER, file), 'utf8')))),
    ),
  );
}

const known = (origin: KnownMapping['origin'], mapping: Mapping): KnownMapping => ({
  name: mapping.name,
  title: titleOf(mapping),
  origin,
  text: JSON.stringify(mapping, null, 2),
  by: null,
  at: null,
});

function titleOf(mapping: { readonly title?: string | null | undefined }): string | null {
  return mapping.title ?? null;
}
