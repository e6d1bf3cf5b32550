import { AWARD_RULES } from './award-rules.js';
import { PARTICIPATION_RULES } from './participation-rules.js';
import { CLAUSE, NEAR, plain, type Rule, rule, SENTENCE, slot } from './rule.js';

/**
 * The rules by which a sentence yields a claim. Data, so that they can be read, cited and disputed one by one: a word or
 * phrase (the trigger), where subject and object stand around it, and how far the rule is to be trusted.
 */

export const RULES: readonly Rule[] = [
  ...PARTICIPATION_RULES,
  rule(
    'addresses',
    'ADDRESSES',
    plain('menangani|mengatasi|menjawab|mengurangi'),
    [slot('before', CLAUSE, 'initiative', 'topic'), slot('after', 6, 'issue', 'list')],
    0.75,
    ['Program menangani isu yang dikenal.', 'A program addresses a known issue.'],
  ),
  rule(
    'entered',
    'ENTERED',
    plain('diikutkan dalam|didaftarkan dalam|diikutsertakan dalam|berlaga di|bersaing di'),
    [slot('before', CLAUSE, 'initiative', 'topic'), slot('after', NEAR, 'initiative')],
    0.8,
    ['Inovasi diikutkan dalam lomba.', 'An innovation was entered in a contest.'],
  ),
  rule(
    'resulted-in',
    'RESULTED_IN',
    plain('melahirkan|menghasilkan inovasi|menghasilkan program'),
    [slot('before', CLAUSE, 'initiative'), slot('after', NEAR, 'initiative')],
    0.65,
    ['Yang pertama melahirkan yang kedua.', 'The first led to the second.'],
  ),
  rule(
    'part-of',
    'PART_OF',
    plain('bagian dari|rangkaian dari|rangkaian'),
    [slot('before', 6, 'initiative', 'topic'), slot('after', NEAR, 'initiative')],
    0.6,
    ['Kegiatan merupakan bagian dari program.', 'An activity is part of a program.'],
  ),
  rule(
    'succeeded-by',
    'SUCCEEDED_BY',
    plain('berganti nama menjadi|dilebur menjadi|berubah menjadi'),
    [slot('before', 6, 'organization'), slot('after', NEAR, 'organization')],
    0.75,
    ['Organisasi berganti nama atau dilebur.', 'An organization was renamed or merged.'],
  ),
  rule(
    'located-at',
    'LOCATED_IN',
    plain(
      'digelar di|diselenggarakan di|dilaksanakan di|diadakan di|berlangsung di|bertempat di|berlokasi di|terletak di|dipusatkan di|diterapkan di|diuji coba di',
    ),
    [slot('before', CLAUSE, 'initiative', 'topic'), slot('after', NEAR, 'place', 'list')],
    0.8,
    ['Tempat disebut setelah "digelar di" dan sejenisnya.', 'The place follows "digelar di" and the like.'],
  ),
  rule(
    'located-right-after',
    'LOCATED_IN',
    plain('di'),
    [slot('before', NEAR, 'initiative'), slot('after', 0, 'place', 'list')],
    0.7,
    [
      'Nama kegiatan langsung diikuti "di" dan tempatnya.',
      'The name is directly followed by "di" and the place.',
    ],
  ),
  rule(
    'located-in-sentence',
    'LOCATED_IN',
    plain('di'),
    [slot('before', SENTENCE, 'initiative'), slot('after', 0, 'place')],
    0.5,
    ['Kalimat tentang kegiatan itu menyebut tempat.', 'The sentence about it names a place.'],
  ),
  {
    ...rule(
      'agreement-joint',
      'AGREEMENT',
      plain(
        'menandatangani nota kesepahaman|menandatangani perjanjian|menandatangani mou|meneken nota kesepahaman|meneken perjanjian|' +
          'menyepakati kerja sama|menandatangani kesepakatan|menjalin kerja sama',
      ),
      [
        slot('before', CLAUSE, 'organization', 'list free'),
        slot('before', CLAUSE, 'organization', 'list free'),
      ],
      0.8,
      ['Pihak-pihak menandatangani kesepakatan bersama.', 'The parties sign an agreement together.'],
    ),
    joint: true,
  },
  rule(
    'agreement-with',
    'AGREEMENT',
    plain(
      'menjalin kerja sama dengan|menandatangani nota kesepahaman dengan|menandatangani perjanjian dengan|menandatangani kerja sama dengan|bersepakat dengan',
    ),
    [slot('before', CLAUSE, 'organization', 'free'), slot('after', NEAR, 'organization', 'list')],
    0.8,
    ['Menjalin kesepakatan dengan yang disebut sesudahnya.', 'Makes an agreement with whoever follows.'],
  ),
  ...AWARD_RULES,
];

/** The rules of posts, which read a title together with its holder (see POSTS). */
export const POST_RULES = {
  held: {
    id: 'post-holder',
    confidence: 0.85,
    explanation: {
      id: 'Jabatan dan nama pemangkunya berdampingan.',
      en: 'A post and the name of its holder stand side by side.',
    },
  },
  from: {
    id: 'person-from',
    confidence: 0.55,
    explanation: {
      id: 'Orang "dari" sebuah lembaga dibaca sebagai stafnya.',
      en: 'A person "dari" an organization is read as its staff.',
    },
  },
} as const;
