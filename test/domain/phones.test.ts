import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ERASED, textsOf, withoutNumber } from '../../src/domain/erasure.js';
import { checkedPersonal } from '../../src/domain/personal.js';
import { isPhone, maskPhone, phoneFinder, phoneKey } from '../../src/domain/phones.js';
import { aClaim, anInitiative, aSource } from '../support/builders.js';

/** All numbers are invented. */
const KEY = '+6281200000345';
const finder = phoneFinder(KEY) as RegExp;
const redact = (text: string) => withoutNumber(text, finder);

const SPELLINGS = [
  '0812-0000-0345',
  '081200000345',
  '0812 0000 0345',
  '0812.0000.0345',
  '+62 812-0000-0345',
  '+6281200000345',
  '6281200000345',
  '0062 812 0000 0345',
  '+62 (0)812 0000 0345',
  '(0812) 0000 0345',
  '81200000345',
  '0812–0000–0345',
];

describe('a telephone number', () => {
  test.each(SPELLINGS)('%s is the same number', (spelling) => {
    expect(phoneKey(spelling)).toBe(KEY);
  });

  test.each([
    ['(0341) 500-345', '+62341500345'],
    ['+65 9000 0345', '+6590000345'],
    ['0065 9000 0345', '+6590000345'],
    ['500345', '500345'],
    ['62345', '62345'],
  ])('%s is %s', (text, key) => {
    expect(phoneKey(text)).toBe(key);
  });

  test.each([
    ['0812-0000-0345', '0812…45'],
    ['+62 812 0000 0345', '0812…45'],
    ['500345', '50…'],
    ['+65 9000 0345', '6590…45'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskPhone(text)).toBe(shown);
  });

  test.each([
    ['0812-0000-0345', true],
    ['+62 (812) 0000.0345', true],
    ['12345', true],
    ['1234', false],
    ['-----', false],
    ['0812 atau 0813', false],
    ['0812\u00000000345', false],
    ['0'.repeat(26), false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isPhone(text)).toBe(is);
  });
});

describe('a number in a text', () => {
  test.each(SPELLINGS)('is found as %s', (spelling) => {
    expect(redact(`Hubungi ${spelling}, Bu RT.`)).toBe(`Hubungi ${ERASED}, Bu RT.`);
    expect(redact(`WA:${spelling}`)).toBe(`WA:${ERASED}`);
    expect(redact(`(${spelling})`)).toBe(`(${ERASED})`);
  });

  test.each([
    ['0812-0000-0346', 'another number'],
    ['10812-0000-0345', 'part of a longer one, before'],
    ['0812-0000-03451', 'part of a longer one, after'],
    ['0812-0000', 'too little of it'],
    ['Rp 812.000.003.450', 'an amount'],
    ['2012-2021', 'years'],
  ])('%s stays: %s', (text) => {
    expect(redact(`x ${text} y`)).toBe(`x ${text} y`);
  });

  test('is found where the end of the text cuts it off', () => {
    expect(redact('komentar: hubungi 0812-0000-034')).toBe(`komentar: hubungi ${ERASED}`);
    expect(redact('komentar: hubungi 0812-0000-03 saja')).toBe('komentar: hubungi 0812-0000-03 saja');
  });

  test('is found each time, in another tongue, and in a link', () => {
    expect(redact('0812-0000-0345 atau 081200000345; https://wa.me/6281200000345')).toBe(
      `${ERASED} atau ${ERASED}; https://wa.me/${ERASED}`,
    );
    const abroad = phoneFinder('+6590000345') as RegExp;
    expect(withoutNumber('call +65 9000-0345', abroad)).toBe(`call ${ERASED}`);
    const landline = phoneFinder(phoneKey('(0341) 500345')) as RegExp;
    expect(withoutNumber('Telp. (0341) 500345 / 0341-500345', landline)).toBe(`Telp. ${ERASED} / ${ERASED}`);
  });

  test('that is short is not looked for', () => {
    expect(phoneFinder(phoneKey('500345'))).toBeNull();
    expect(phoneFinder(phoneKey('0341-345'))).toBeNull();
  });

  test('whatever it is and however it is spelled, nothing of it is left and no text grows', () => {
    const numbers = fc.stringMatching(/^8[1-9]\d{7,10}$/);
    const gaps = fc.constantFrom('', '-', ' ', '.', ' - ');
    const prefixes = fc.constantFrom('0', '+62', '62', '+62 ', '62-', '');
    fc.assert(
      fc.property(
        numbers,
        prefixes,
        fc.array(gaps, { minLength: 12, maxLength: 12 }),
        (number, prefix, between) => {
          const spelled =
            prefix + [...number].map((digit, at) => (at === 0 ? '' : between[at]) + digit).join('');
          const before = `Hubungi ${spelled}`;
          const after = withoutNumber(before, phoneFinder(phoneKey(`0${number}`)) as RegExp);
          expect(after).toBe(`Hubungi ${ERASED}`);
          expect(after.length).toBeLessThanOrEqual(before.length);
        },
      ),
    );
  });
});

describe('a record', () => {
  const claim = aClaim({
    evidence: [{ source: aSource(), paraphrase: 'Ketua RW (0812-0000-0345) mengusulkan', locator: 'hlm. 2' }],
    start: '2021',
  });

  test('loses the number in every text, and nothing else', () => {
    expect(withoutNumber(claim, finder)).toEqual({
      ...claim,
      evidence: [{ ...claim.evidence[0], paraphrase: `Ketua RW (${ERASED}) mengusulkan` }],
    });
  });

  test('without the number is the very same', () => {
    const program = anInitiative({ note: '0812-0000-0346' });
    expect(withoutNumber(program, finder)).toBe(program);
  });

  test('keeps dates and ids whatever figures they show', () => {
    const dated = { id: 'a-08120000034500000000', at: '0812-00-00/0345', text: '0812 0000 0345' };
    expect(withoutNumber(dated, finder)).toEqual({ ...dated, text: ERASED });
    expect(textsOf({ ...dated, id: 'p-00000000000000000000' })).toEqual(['0812 0000 0345']);
  });
});

describe('personal data', () => {
  const of = 'i-00000000000000000000';

  test('are kept without space around them', () => {
    expect(checkedPersonal([{ of, name: ' Siti Rekaan ', phone: ' 0812-0000-0345 ' }])).toEqual([
      { of, name: 'Siti Rekaan', phone: '0812-0000-0345' },
    ]);
    expect(checkedPersonal([{ of, name: null, phone: null }])).toEqual([{ of, name: null, phone: null }]);
  });

  test.each([
    ['phone', '0812'.repeat(1_250)],
    ['phone', '0812\u00000000345'],
    ['phone', 'tanya Bu Siti'],
    ['phone', ''],
    ['name', 'Siti\nRekaan'],
    ['name', 'S'.repeat(301)],
    ['name', '  '],
  ])('a %s that is refused is named and not shown', (field, value) => {
    const row = { of, name: null, phone: null, [field]: value };
    try {
      checkedPersonal([row]);
      throw new Error('accepted');
    } catch (error) {
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: `proposer.${field}` }] });
      if (value.trim() !== '')
        expect(JSON.stringify([error, (error as Error).message])).not.toContain(value.slice(0, 8));
    }
  });
});
