import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../src/domain/names.js';
import type { End } from '../../../src/domain/relation.js';
import { RELATIONS } from '../../../src/domain/relations.js';
import { POSTS, SHAPES } from '../../../src/transfer/propose/lexicon.js';
import { proposeFromText } from '../../../src/transfer/propose/propose.js';
import type { Filler, Slot } from '../../../src/transfer/propose/rule.js';
import { POST_RULES, RULES } from '../../../src/transfer/propose/rules.js';
import type { KnownName } from '../../../src/transfer/propose/suggestion.js';

const END_OF: Record<Filler, End> = {
  actor: { type: 'actor' },
  person: { type: 'actor', kinds: ['PERSON'] },
  organization: { type: 'actor', kinds: ['ORGANIZATION'] },
  initiative: { type: 'initiative' },
  event: { type: 'initiative' },
  issue: { type: 'issue' },
  place: { type: 'place' },
  achievement: { type: 'achievement' },
};
const fits = (slot: Slot, ends: readonly End[]) =>
  slot.fill.every((filler) => ends.some(({ type }) => type === END_OF[filler].type));

describe('the table of rules', () => {
  it('names each rule once, and explains it in both languages', () => {
    const ids = [...RULES, ...Object.values(POST_RULES)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { explanation } of RULES) {
      expect(explanation.id).toMatch(/^\p{Lu}.+\.$/u);
      expect(explanation.en).toMatch(/^\p{Lu}.+\.$/u);
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s yields what the registry takes', (_, rule) => {
    const relation = RELATIONS[rule.kind];
    const roles = Object.keys(relation.roles);
    expect(roles.length === 0 ? [null] : roles).toContain(rule.role);
    expect(fits(rule.subject, relation.subject)).toBe(true);
    expect(fits(rule.object, relation.roles[rule.role ?? '']?.object ?? relation.object)).toBe(true);
    expect(rule.confidence).toBeGreaterThan(0);
    expect(rule.confidence).toBeLessThan(1);
  });

  it('has its words folded, as the text is', () => {
    const triggers = RULES.flatMap((rule) => rule.triggers).map((text) => text.replace('<rp>', 'rp'));
    const heads = SHAPES.flatMap((shape) => shape.heads).map((text) => text.replace('-', ' '));
    for (const text of [...triggers, ...heads, ...POSTS.map(({ words }) => words)])
      expect(text).toBe(fold(text));
  });
});

const name = (type: KnownName['type'], kind: string | null, text: string): KnownName => ({
  id: text,
  type,
  kind,
  name: text,
  aliases: [],
  previousNames: [],
  abbreviations: [],
});
/** Invented names. */
const WORLD: readonly KnownName[] = [
  ...['Lembaga Satu', 'Lembaga Dua', 'Lembaga Tiga'].map((text) => name('actor', 'ORGANIZATION', text)),
  ...['Budi Angan', 'Sri Khayal'].map((text) => name('actor', 'PERSON', text)),
  ...['Sumur Rekaan', 'Tabung Rekaan'].map((text) => name('initiative', 'PROGRAM', text)),
  name('initiative', 'EVENT', 'Pesta Rekaan'),
  name('achievement', null, 'Piala Rekaan'),
  name('place', 'VENUE', 'Balai Rekaan'),
  name('issue', null, 'Banjir Rekaan'),
];

/** For each rule a sentence that sets it off, and what it yields: subject, object. */
const EXAMPLES: Record<string, readonly [string, string, string]> = {
  'funding-active': ['Lembaga Satu mendanai Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'funding-passive': ['Sumur Rekaan didanai oleh Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  'funding-source': ['Sumur Rekaan mendapat Rp 5 juta dari Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  'implementing-active': ['Lembaga Satu mengelola Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'implementing-passive': ['Sumur Rekaan dikelola Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  owner: ['Sumur Rekaan milik Lembaga Satu ramai.', 'Lembaga Satu', 'Sumur Rekaan'],
  'organizer-active': ['Lembaga Satu menggelar Pesta Rekaan.', 'Lembaga Satu', 'Pesta Rekaan'],
  'organizer-passive': ['Pesta Rekaan digelar oleh Lembaga Satu.', 'Lembaga Satu', 'Pesta Rekaan'],
  'initiator-active': ['Lembaga Satu menggagas Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'initiator-passive': ['Sumur Rekaan digagas Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  proposer: ['Lembaga Satu mengusulkan program Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'partner-with': ['Sumur Rekaan bekerja sama dengan Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  'partner-supported-by': ['Sumur Rekaan didukung oleh Lembaga Satu.', 'Lembaga Satu', 'Sumur Rekaan'],
  'partner-supports': ['Lembaga Satu mendukung Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'partner-along': ['Lembaga Satu turut bekerja sama dalam Sumur Rekaan.', 'Lembaga Satu', 'Sumur Rekaan'],
  'media-partner': [
    'Pesta Rekaan ramai dan Lembaga Satu sebagai mitra media.',
    'Lembaga Satu',
    'Pesta Rekaan',
  ],
  speaker: ['Pesta Rekaan menghadirkan narasumber Budi Angan.', 'Budi Angan', 'Pesta Rekaan'],
  'speaker-role': ['Budi Angan menjadi narasumber Pesta Rekaan.', 'Budi Angan', 'Pesta Rekaan'],
  'speaker-presents': ['Dalam Pesta Rekaan, Budi Angan memaparkan caranya.', 'Budi Angan', 'Pesta Rekaan'],
  'attendee-passive': ['Pesta Rekaan dihadiri oleh Budi Angan.', 'Budi Angan', 'Pesta Rekaan'],
  'attendee-active': ['Budi Angan menghadiri Pesta Rekaan.', 'Budi Angan', 'Pesta Rekaan'],
  'attendee-present': ['Di Pesta Rekaan turut hadir Budi Angan.', 'Budi Angan', 'Pesta Rekaan'],
  'attendee-opened': ['Pesta Rekaan dibuka oleh Budi Angan.', 'Budi Angan', 'Pesta Rekaan'],
  'attendee-opens': ['Budi Angan membuka acara Pesta Rekaan.', 'Budi Angan', 'Pesta Rekaan'],
  competitor: ['Pesta Rekaan diikuti Lembaga Satu.', 'Lembaga Satu', 'Pesta Rekaan'],
  host: ['Lembaga Satu menjadi tuan rumah Pesta Rekaan.', 'Lembaga Satu', 'Pesta Rekaan'],
  addresses: ['Sumur Rekaan menangani Banjir Rekaan.', 'Sumur Rekaan', 'Banjir Rekaan'],
  entered: ['Sumur Rekaan diikutkan dalam Pesta Rekaan.', 'Sumur Rekaan', 'Pesta Rekaan'],
  'resulted-in': ['Sumur Rekaan melahirkan Tabung Rekaan.', 'Sumur Rekaan', 'Tabung Rekaan'],
  'part-of': ['Pesta Rekaan merupakan bagian dari Sumur Rekaan.', 'Pesta Rekaan', 'Sumur Rekaan'],
  'succeeded-by': ['Lembaga Satu berganti nama menjadi Lembaga Dua.', 'Lembaga Satu', 'Lembaga Dua'],
  'located-at': ['Pesta Rekaan bertempat di Balai Rekaan.', 'Pesta Rekaan', 'Balai Rekaan'],
  'located-right-after': ['Warga datang ke Pesta Rekaan di Balai Rekaan.', 'Pesta Rekaan', 'Balai Rekaan'],
  'located-in-sentence': [
    'Warga memadati Pesta Rekaan sore itu di Balai Rekaan.',
    'Pesta Rekaan',
    'Balai Rekaan',
  ],
  'agreement-joint': [
    'Lembaga Satu dan Lembaga Dua menandatangani nota kesepahaman.',
    'Lembaga Satu',
    'Lembaga Dua',
  ],
  'agreement-with': ['Lembaga Satu bersepakat dengan Lembaga Dua.', 'Lembaga Satu', 'Lembaga Dua'],
  'award-recipient': ['Sumur Rekaan meraih Piala Rekaan.', 'Piala Rekaan', 'Sumur Rekaan'],
  'award-received-by': ['Piala Rekaan diterima langsung oleh Budi Angan.', 'Piala Rekaan', 'Budi Angan'],
  'award-receiver-active': ['Budi Angan menerima Piala Rekaan.', 'Piala Rekaan', 'Budi Angan'],
  'award-conferrer': ['Piala Rekaan diserahkan oleh Budi Angan.', 'Piala Rekaan', 'Budi Angan'],
  'award-from': ['Warga melihat Piala Rekaan dari Lembaga Satu.', 'Piala Rekaan', 'Lembaga Satu'],
  'award-from-person': [
    'Piala Rekaan yang indah itu akhirnya baru saja tiba di kota kemarin sore dari Budi Angan.',
    'Piala Rekaan',
    'Budi Angan',
  ],
  'award-given-to': ['Panitia menyerahkan Piala Rekaan kepada Budi Angan.', 'Piala Rekaan', 'Budi Angan'],
  'award-event': ['Piala Rekaan diserahkan dalam Pesta Rekaan.', 'Piala Rekaan', 'Pesta Rekaan'],
  'award-credit': ['Piala Rekaan diraih berkat Sumur Rekaan.', 'Piala Rekaan', 'Sumur Rekaan'],
  'award-on-behalf': ['Piala Rekaan diterima atas nama Lembaga Satu.', 'Piala Rekaan', 'Lembaga Satu'],
  'post-holder': ['Ketua Lembaga Satu, Budi Angan, tersenyum.', 'Budi Angan', 'Lembaga Satu'],
  'person-from': ['Narasumber Budi Angan dari Lembaga Satu tersenyum.', 'Budi Angan', 'Lembaga Satu'],
};

describe('each rule', () => {
  const ids = [...RULES, ...Object.values(POST_RULES)].map(({ id }) => id);

  it('has an example', () => expect(Object.keys(EXAMPLES).sort()).toEqual([...ids].sort()));

  it.each(Object.entries(EXAMPLES))('%s reads its example', (id, [text, subject, object]) => {
    const { suggestions } = proposeFromText(text, WORLD);
    expect(
      suggestions.map((found) => ({
        rule: found.rule.id,
        subject: found.subject.id,
        object: found.object.id,
      })),
    ).toContainEqual({ rule: id, subject, object });
  });

  it.each(Object.entries(EXAMPLES))('%s does not read it denied, planned or supposed', (_, [text]) => {
    for (const word of ['belum', 'akan'])
      expect(proposeFromText(beforeTrigger(text, word), WORLD).suggestions).toEqual([]);
  });
});

/** Every word from the second on gets the word before it, so that it stands before whatever the trigger is. */
function beforeTrigger(text: string, word: string): string {
  return text.replace(/ (?=\p{Ll})/gu, ` ${word} `).replace(/^(?=Ketua|Narasumber)/, `${word} `);
}
