import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/config.js';

/**
 * What the README of the hamlet has worked out by hand. A heading such as "### `trace issue:jalan-gelap depth=4`" is a
 * question: what it asks, of what, with which arguments. The tables below it are the answer.
 */
export interface Question {
  readonly title: string;
  readonly asks: string;
  /** Words without "=", such as `issue:jalan-gelap`. */
  readonly of: readonly string[];
  readonly args: Readonly<Record<string, string>>;
  /** By the heading of their first column. */
  readonly tables: Readonly<Record<string, readonly TableRow[]>>;
  readonly text: string;
}
export type TableRow = Readonly<Record<string, string>>;

export const FOLDER = join(ROOT, 'seeds/hamlet');
const NOTHING = '–';

export function readQuestions(): Question[] {
  const [, ...sections] = readFileSync(join(FOLDER, 'README.md'), 'utf8').split(/^### /m);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const title = /^`([^`]+)`$/.exec(heading)?.[1];
    if (title === undefined) throw new Error(`README: the heading "${heading}" is no question`);
    const text = lines.join('\n').replace(/^#[\s\S]*/m, '');
    const [asks = '', ...words] = title.split(' ');
    return {
      title,
      asks,
      of: words.filter((word) => !word.includes('=')),
      args: Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('='))),
      tables: Object.fromEntries(tablesIn(text)),
      text,
    };
  });
}

function tablesIn(text: string): Array<[string, TableRow[]]> {
  return (text.match(/(^\|.*\|\n?)+/gm) ?? []).map((table) => {
    const [head = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    for (const row of rows)
      if (row.length !== head.length) throw new Error(`README: a row of ${row.length} cells under ${head}`);
    return [
      head[0] ?? '',
      rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']))),
    ];
  });
}

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .map((cell) => (cell === NOTHING ? '' : cell));

/** A table that must stand below the question. */
export function tableOf({ title, tables }: Question, name: string): readonly TableRow[] {
  const table = tables[name];
  if (table === undefined) throw new Error(`README: "${title}" has no table that begins with "${name}"`);
  return table;
}
