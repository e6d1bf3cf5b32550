import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { templateLayout } from '../../src/transfer/layout.js';
import { checkMapping } from '../../src/transfer/mapping.js';
import { mappingForm } from '../../src/transfer/mapping-form.js';

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

  test('says what every setting of a mapping means', () => {
    const sheet = mappingForm.shape.sheets.element.shape;
    const record = sheet.records.element.shape;
    const value = record.identity.unwrap().element.shape;
    const settings = [mappingForm.shape, sheet, record, value].flatMap((shape) => Object.keys(shape));
    for (const setting of settings.filter((name) => name !== 'title'))
      expect(DOCS).toContain(`\`${setting}\``);
  });
});
