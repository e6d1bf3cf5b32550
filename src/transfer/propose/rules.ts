import type { ClaimKind } from '../../domain/kinds.js';
import type { Bilingual } from '../../domain/relation.js';

/**
 * The rules by which a sentence yields a claim. Data, so that they can be read, cited and disputed one by one: a word or
 * phrase (the trigger), where subject and object stand around it, and how far the rule is to be trusted.
 */

/** What may fill a place: a type of record, narrowed for actors and initiatives. */
export type Filler =
  | 'actor'
  | 'person'
  | 'organization'
  | 'initiative'
  | 'event'
  | 'issue'
  | 'place'
  | 'achievement';

export interface Slot {
  readonly fill: readonly Filler[];
  /** `around`: before the trigger, else after it. */
  readonly side: 'before' | 'after' | 'around';
  /** At most so many words between trigger and name. */
  readonly gap: number;
  /** "A, B, dan C" fills the place with all three, a claim each. */
  readonly list: boolean;
  /** When the sentence does not fill it, what the text spoke of last may: "Kegiatan tersebut dihadiri oleh …". */
  readonly topic: boolean;
  /** Not a name that hangs on a preposition ("dari Dinas X"): that one does nothing in the sentence. */
  readonly free: boolean;
}

export interface Rule {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly role: string | null;
  /** Folded words or phrases; `<rp>` stands for an amount of money. */
  readonly triggers: readonly string[];
  readonly subject: Slot;
  readonly object: Slot;
  readonly confidence: number;
  readonly explanation: Bilingual;
  /** Subject and object are the first and the rest of one list: "A dan B menandatangani …". */
  readonly joint?: true;
}

const NEAR = 1;
const CLAUSE = 14;
const SENTENCE = 30;
const slot = (side: Slot['side'], gap: number, fill: string, flags = ''): Slot => ({
  fill: fill.split('|') as Filler[],
  side,
  gap,
  list: flags.includes('list'),
  topic: flags.includes('topic'),
  free: flags.includes('free'),
});

/** Who does it, in an active sentence. */
const doer = slot('before', CLAUSE, 'actor', 'list free');
/** By whom it is done, right after a passive verb. */
const agent = slot('after', 0, 'actor', 'list');
const done = slot('after', CLAUSE, 'initiative', 'list topic');
const undergone = slot('before', CLAUSE, 'initiative', 'topic');
const about = slot('around', SENTENCE, 'initiative', 'topic');
const occasion = slot('around', SENTENCE, 'event', 'topic');
const award = slot('around', CLAUSE, 'achievement', 'topic');

const withBy = (verbs: string) =>
  verbs
    .split('|')
    .flatMap((verb) => [
      `${verb} oleh`,
      `${verb} langsung oleh`,
      `${verb} pula oleh`,
      `${verb} juga oleh`,
      verb,
    ]);
const plain = (phrases: string) => phrases.split('|');

function rule(
  id: string,
  claim: string,
  triggers: readonly string[],
  [subject, object]: readonly [Slot, Slot],
  confidence: number,
  [inIndonesian, inEnglish]: readonly [string, string],
): Rule {
  const [kind, role] = claim.split(' ');
  return {
    id,
    kind: kind as ClaimKind,
    role: role ?? null,
    triggers,
    subject,
    object,
    confidence,
    explanation: { id: inIndonesian, en: inEnglish },
  };
}

const participation = (
  id: string,
  role: string,
  [active, passive]: readonly [string, string],
  confidence: number,
  [inIndonesian, inEnglish]: readonly [string, string],
): Rule[] => [
  rule(`${id}-active`, `PARTICIPATION ${role}`, plain(active), [doer, done], confidence, [
    `Yang disebut sebelum kata kerja ${inIndonesian}.`,
    `Who stands before the verb ${inEnglish}.`,
  ]),
  rule(`${id}-passive`, `PARTICIPATION ${role}`, withBy(passive), [agent, undergone], confidence + 0.05, [
    `Yang disebut setelah kata kerja pasif ${inIndonesian}.`,
    `Who stands after the passive verb ${inEnglish}.`,
  ]),
];

export const RULES: readonly Rule[] = [
  ...participation(
    'funding',
    'FUNDING',
    [
      'mendanai|membiayai|mensponsori|menyponsori|menghibahkan|menyalurkan bantuan|memberikan bantuan dana|mengucurkan|menyumbangkan dana',
      'didanai|dibiayai|disponsori',
    ],
    0.85,
    ['mendanainya', 'funds it'],
  ),
  rule(
    'funding-source',
    'PARTICIPATION FUNDING',
    plain(
      'pendanaannya berasal dari|dana berasal dari|dukungan dana dari|bantuan dana dari|hibah dari|sponsor dari|<rp> dari|dana dari|pendanaan dari',
    ),
    [agent, about],
    0.75,
    ['Dana berasal dari yang disebut setelah "dari".', 'The money comes from whoever follows "dari".'],
  ),
  ...participation(
    'implementing',
    'IMPLEMENTING',
    [
      'melaksanakan|menjalankan|mengelola|mengoperasikan|menerapkan|mengerjakan',
      'dilaksanakan|dijalankan|dikelola|dioperasikan|dikerjakan|diterapkan',
    ],
    0.75,
    ['melaksanakannya', 'implements it'],
  ),
  rule(
    'owner',
    'PARTICIPATION IMPLEMENTING',
    plain('milik|besutan|garapan|itu inovasi dari|merupakan inovasi dari|adalah inovasi dari'),
    [agent, slot('before', NEAR, 'initiative', 'topic')],
    0.7,
    ['Program atau inovasi milik yang disebut.', 'The program or innovation belongs to whoever is named.'],
  ),
  ...participation(
    'organizer',
    'ORGANIZER',
    ['menggelar|menyelenggarakan|mengadakan|menghelat', 'digelar|diselenggarakan|diadakan|dihelat'],
    0.8,
    ['menyelenggarakannya', 'organizes it'],
  ),
  ...participation(
    'initiator',
    'INITIATOR',
    [
      'menggagas|menginisiasi|merintis|memprakarsai|mencanangkan|mencetuskan|meluncurkan',
      'digagas|diinisiasi|diprakarsai|dirintis|dicanangkan|dicetuskan|diluncurkan|dikembangkan',
    ],
    0.75,
    ['menggagas atau meluncurkannya', 'initiated or launched it'],
  ),
  rule(
    'proposer',
    'PARTICIPATION INITIATOR',
    plain('mengusulkan'),
    [doer, slot('after', CLAUSE, 'initiative')],
    0.6,
    ['Yang mengusulkan dibaca sebagai penggagas.', 'Who proposes it is read as its initiator.'],
  ),
  rule(
    'partner-with',
    'PARTICIPATION PARTNER',
    plain(
      'bekerja sama dengan|bekerjasama dengan|menggandeng|bermitra dengan|berkolaborasi dengan|bersinergi dengan|melibatkan|bersama|bersama dengan',
    ),
    [agent, about],
    0.7,
    [
      'Mitra disebut setelah "bekerja sama dengan" dan sejenisnya.',
      'The partner follows "bekerja sama dengan" and the like.',
    ],
  ),
  rule(
    'partner-supported-by',
    'PARTICIPATION PARTNER',
    withBy('didukung|dibantu|didampingi'),
    [agent, undergone],
    0.7,
    ['Yang mendukung disebut setelah "didukung".', 'The supporter follows "didukung".'],
  ),
  rule(
    'partner-supports',
    'PARTICIPATION PARTNER',
    plain('mendukung|mendampingi|turut mendukung|ikut mendukung'),
    [doer, slot('after', CLAUSE, 'initiative')],
    0.65,
    ['Yang mendukung disebut sebelum kata kerja.', 'The supporter stands before the verb.'],
  ),
  rule(
    'partner-along',
    'PARTICIPATION PARTNER',
    plain('turut bekerja sama|ikut bekerja sama|bekerja sama dalam|turut mendampingi|ikut mendampingi'),
    [doer, about],
    0.6,
    ['Turut bekerja sama atau mendampingi.', 'Works along or accompanies.'],
  ),
  rule(
    'media-partner',
    'PARTICIPATION MEDIA_PARTNER',
    plain('sebagai mitra media|sebagai media partner|selaku mitra media'),
    [slot('before', NEAR, 'actor'), about],
    0.8,
    ['Disebut sebagai mitra media.', 'Called a media partner.'],
  ),
  rule(
    'speaker',
    'PARTICIPATION SPEAKER',
    plain('narasumber|pemateri|pembicara'),
    [slot('after', 6, 'person', 'list'), occasion],
    0.75,
    ['Orang yang disebut setelah "narasumber".', 'The person named after "narasumber".'],
  ),
  rule(
    'speaker-role',
    'PARTICIPATION SPEAKER',
    plain('menjadi narasumber|sebagai narasumber|menjadi pembicara|sebagai pembicara|menjadi pemateri'),
    [slot('before', CLAUSE, 'person', 'list free'), occasion],
    0.8,
    ['Orang yang menjadi narasumber.', 'The person who is the speaker.'],
  ),
  rule(
    'speaker-presents',
    'PARTICIPATION SPEAKER',
    plain('memaparkan|menyampaikan arahan|menyampaikan materi|memberikan sambutan|menyampaikan sambutan'),
    [slot('before', CLAUSE, 'person', 'free'), slot('around', SENTENCE, 'event', 'topic')],
    0.55,
    [
      'Yang memaparkan dalam acara dibaca sebagai narasumber.',
      'Who presents at an event is read as a speaker.',
    ],
  ),
  rule(
    'attendee-passive',
    'PARTICIPATION ATTENDEE',
    withBy('dihadiri|disaksikan'),
    [slot('after', 3, 'actor', 'list'), slot('around', SENTENCE, 'event', 'topic')],
    0.8,
    ['Yang menghadiri disebut setelah "dihadiri".', 'Who attends follows "dihadiri".'],
  ),
  rule(
    'attendee-active',
    'PARTICIPATION ATTENDEE',
    plain('menghadiri'),
    [slot('before', CLAUSE, 'actor', 'list free'), slot('after', CLAUSE, 'event', 'topic')],
    0.8,
    ['Yang menghadiri disebut sebelum kata kerja.', 'Who attends stands before the verb.'],
  ),
  rule(
    'attendee-present',
    'PARTICIPATION ATTENDEE',
    plain('turut hadir|hadir pula|hadir juga|hadir dalam acara|ikut hadir'),
    [slot('after', 5, 'actor', 'list'), slot('around', SENTENCE, 'event', 'topic')],
    0.65,
    ['Disebut turut hadir.', 'Said to be present.'],
  ),
  rule(
    'attendee-opened',
    'PARTICIPATION ATTENDEE',
    withBy('acara dibuka|dibuka|dibuka secara resmi|rombongan dipimpin'),
    [slot('after', NEAR, 'person'), slot('around', SENTENCE, 'event', 'topic')],
    0.6,
    [
      'Yang membuka acara atau memimpin rombongan tentu hadir.',
      'Who opens an event or leads a delegation is there.',
    ],
  ),
  rule(
    'attendee-opens',
    'PARTICIPATION ATTENDEE',
    plain('membuka acara|membuka kegiatan|membuka secara resmi'),
    [slot('before', CLAUSE, 'person', 'free'), slot('around', SENTENCE, 'event', 'topic')],
    0.6,
    ['Yang membuka acara tentu hadir.', 'Who opens an event is there.'],
  ),
  rule(
    'competitor',
    'PARTICIPATION COMPETITOR',
    withBy('diikuti'),
    [agent, slot('before', CLAUSE, 'event', 'topic')],
    0.6,
    ['Peserta disebut setelah "diikuti".', 'The contestants follow "diikuti".'],
  ),
  rule(
    'host',
    'PARTICIPATION HOST',
    plain('menerima|mendapat|kedatangan|menjadi tuan rumah|menyambut'),
    [slot('before', CLAUSE, 'organization', 'free'), slot('after', NEAR, 'event')],
    0.75,
    ['Yang menerima kunjungan adalah tuan rumah.', 'Who receives the visit is its host.'],
  ),
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
  rule(
    'award-recipient',
    'CONFERRAL RECIPIENT',
    plain(
      'meraih|memperoleh|menerima|mendapat|mendapatkan|menyabet|memenangi|dianugerahi|dinobatkan sebagai|dinobatkan menjadi|ditetapkan sebagai|' +
        'keluar sebagai|masuk|masuk dalam|terpilih sebagai|menjadi salah satu dari|diganjar',
    ),
    [
      slot('after', 4, 'achievement', 'list'),
      slot('before', CLAUSE, 'initiative|organization', 'free topic'),
    ],
    0.8,
    ['Yang meraih penghargaan disebut sebelum kata kerja.', 'Who wins the award stands before the verb.'],
  ),
  rule(
    'award-received-by',
    'CONFERRAL RECEIVER',
    withBy('diterima|diterima langsung'),
    [award, slot('after', NEAR, 'person', 'list')],
    0.8,
    ['Penghargaan diterima langsung oleh orang yang disebut.', 'The award was received by the person named.'],
  ),
  rule(
    'award-receiver-active',
    'CONFERRAL RECEIVER',
    plain('menerima|menerima langsung'),
    [slot('after', 4, 'achievement', 'list'), slot('before', 4, 'person', 'free')],
    0.7,
    ['Orang yang menerima penghargaan.', 'The person who receives the award.'],
  ),
  rule(
    'award-conferrer',
    'CONFERRAL CONFERRER',
    withBy('diserahkan|diberikan|dianugerahkan|diserahkan langsung'),
    [award, slot('after', NEAR, 'actor')],
    0.8,
    ['Penghargaan diserahkan oleh yang disebut.', 'The award was handed over by whoever is named.'],
  ),
  rule(
    'award-from',
    'CONFERRAL CONFERRER',
    plain('dari'),
    [slot('before', 8, 'achievement'), slot('after', 0, 'actor')],
    0.75,
    ['Penghargaan dari yang disebut langsung sesudahnya.', 'The award is from whoever directly follows.'],
  ),
  rule(
    'award-from-person',
    'CONFERRAL CONFERRER',
    plain('dari'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'person')],
    0.6,
    ['Penghargaan diterima dari orang yang disebut.', 'The award was received from the person named.'],
  ),
  rule(
    'award-given-to',
    'CONFERRAL RECEIVER',
    plain('kepada'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'person')],
    0.65,
    ['Penghargaan diserahkan kepada orang yang disebut.', 'The award was handed to the person named.'],
  ),
  rule(
    'award-event',
    'CONFERRAL EVENT',
    plain('dalam|dalam ajang|pada ajang|di ajang|dalam acara|pada acara'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'event')],
    0.6,
    ['Penghargaan diserahkan dalam acara yang disebut.', 'The award was handed over at the event named.'],
  ),
  rule(
    'award-credit',
    'CONFERRAL CREDIT',
    plain('berkat|diraih berkat|yakni berkat|atas'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 2, 'initiative', 'list')],
    0.7,
    ['Penghargaan diraih berkat yang disebut.', 'The award is credited to what is named.'],
  ),
  rule(
    'award-on-behalf',
    'CONFERRAL ON_BEHALF_OF',
    plain('atas nama|mewakili'),
    [slot('around', SENTENCE, 'achievement'), slot('after', NEAR, 'organization')],
    0.7,
    ['Diterima atas nama yang disebut.', 'Received on behalf of whoever is named.'],
  ),
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
