import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { templateLayout } from '../../src/transfer/layout.js';
import { checkMapping } from '../../src/transfer/mapping.js';
import { mappingForm } from '../../src/transfer/mapping-form.js';
import { PATTERNS } from '../../src/transfer/problem-patterns.js';

const DOCS = readFileSync('docs/import.md', 'utf8');

describe('docs/import.md', () => {
  test('names every sheet of the template', () => {
    const plain = DOCS.replace(/\s+/g, ' ');
    for (const { title } of templateLayout().sheets) expect(plain).toContain(title);
  });

  test('shows a mapping that is accepted', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(DOCS) ?? [];
    expect(checkMapping(JSON.parse(example)).name).toBe('tsp-contoh');
  });

  test('explains messages that the program has, in both languages', () => {
    const tables = [...DOCS.matchAll(/\| (?:pesan|message) +\|.*\n\|.*\n((?:\|.*\n)+)/g)];
    const messages = tables.map(([, rows = '']) =>
      [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, message = '']) => message),
    );
    const [indonesian = [], english = []] = messages;
    expect([indonesian.length, english.length]).toEqual([16, 16]);
    // A message of two parts joins a value and a remedy; a number and a kind of record are examples.
    const texts = (side: 0 | 1) => PATTERNS.map((pattern) => pattern[side].replace(/\{\w+\}/g, '*'));
    const isKnown = (message: string, side: 0 | 1) =>
      message
        .replace(/\b2\b|\bpelaku\b|\bactor\b/, '*')
        .split('; ')
        .every((part) => texts(side).some((text) => text.includes(part)));
    expect(indonesian.filter((message) => !isKnown(message, 1))).toEqual([]);
    expect(english.filter((message) => !isKnown(message, 0))).toEqual([]);
  });

  test('says what every setting of a mapping means', () => {
    const sheet = mappingForm.shape.sheets.element.shape;
    const record = sheet.records.element.shape;
    const value = record.identity.unwrap().element.shape;
    const settings = [mappingForm.shape, sheet, record, value].flatMap((shape) => Object.keys(shape));
    for (const setting of settings.filter((name) => name !== 'title'))
      expect(DOCS).toContain(`\`${setting}\``);
  });
});
