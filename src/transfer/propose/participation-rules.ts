import { CLAUSE, NEAR, plain, type Rule, rule, SENTENCE, slot, withBy } from './rule.js';

/** The rules that say who takes part in what. */

/** Who does it, in an active sentence. */
const doer = slot('before', CLAUSE, 'actor', 'list free');
/** By whom it is done, right after a passive verb. */
const agent = slot('after', 0, 'actor', 'list');
const done = slot('after', CLAUSE, 'initiative', 'list topic');
const undergone = slot('before', CLAUSE, 'initiative', 'topic');
const about = slot('around', SENTENCE, 'initiative', 'topic');
const occasion = slot('around', SENTENCE, 'event', 'topic');

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

export const PARTICIPATION_RULES: readonly Rule[] = [
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
];
