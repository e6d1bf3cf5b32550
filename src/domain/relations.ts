import type { ClaimKind } from './kinds.js';
import { type End, type Relation, type Role, role, sentence } from './relation.js';

/**
 * The relation registry: what each kind of claim joins, in which roles, how it reads, and whether a trace follows
 * it. Data, not code: the schema, the validator, the import template, the forms and the documentation are derived
 * from it or checked against it.
 */

const ACTOR: End = { type: 'actor' };
const ORGANIZATION: End = { type: 'actor', kinds: ['ORGANIZATION'] };
const PERSON: End = { type: 'actor', kinds: ['PERSON'] };
const INITIATIVE: End = { type: 'initiative' };
const DATED = { period: true, contributions: false, position: false, parties: false } as const;

export const RELATIONS: Readonly<Record<ClaimKind, Relation>> = {
  PARTICIPATION: {
    label: { id: 'keikutsertaan', en: 'participation' },
    definition:
      'An actor takes part in an initiative, in a role, and may contribute money, goods, people or knowledge.',
    subject: [ACTOR],
    object: [INITIATIVE],
    roles: {
      FUNDING: role(
        'pendana',
        'funder',
        ['{subject} mendanai {object}', '{subject} funds {object}'],
        ['{object} didanai oleh {subject}', '{object} is funded by {subject}'],
        { iati: 1 },
      ),
      ACCOUNTABLE: role(
        'penanggung jawab',
        'accountable',
        ['{subject} bertanggung jawab atas {object}', '{subject} is accountable for {object}'],
        [
          '{object} berada di bawah tanggung jawab {subject}',
          '{object} is under the responsibility of {subject}',
        ],
        { iati: 2 },
      ),
      EXTENDING: role(
        'penyalur',
        'extending',
        ['{subject} menyalurkan dukungan untuk {object}', '{subject} passes on support for {object}'],
        ['{object} mendapat dukungan melalui {subject}', '{object} is supported through {subject}'],
        { iati: 3 },
      ),
      IMPLEMENTING: role(
        'pelaksana',
        'implementer',
        ['{subject} melaksanakan {object}', '{subject} implements {object}'],
        ['{object} dilaksanakan oleh {subject}', '{object} is implemented by {subject}'],
        { iati: 4 },
      ),
      INITIATOR: role(
        'penggagas',
        'initiator',
        ['{subject} menggagas {object}', '{subject} initiated {object}'],
        ['{object} digagas oleh {subject}', '{object} was initiated by {subject}'],
      ),
      KNOWLEDGE_PARTNER: role(
        'mitra pengetahuan',
        'knowledge partner',
        ['{subject} menjadi mitra pengetahuan {object}', '{subject} is a knowledge partner of {object}'],
        ['{object} bermitra pengetahuan dengan {subject}', '{object} has {subject} as knowledge partner'],
      ),
      BENEFICIARY: role(
        'penerima manfaat',
        'beneficiary',
        ['{subject} menerima manfaat {object}', '{subject} benefits from {object}'],
        ['{object} memberi manfaat kepada {subject}', '{object} benefits {subject}'],
      ),
      MEDIA_PARTNER: role(
        'mitra media',
        'media partner',
        ['{subject} menjadi mitra media {object}', '{subject} is a media partner of {object}'],
        ['{object} diliput oleh mitra media {subject}', '{object} has {subject} as media partner'],
      ),
      ADVISER: role(
        'penasihat',
        'adviser',
        ['{subject} memberi arahan untuk {object}', '{subject} advises {object}'],
        ['{object} mendapat arahan dari {subject}', '{object} is advised by {subject}'],
      ),
      SPEAKER: role(
        'narasumber',
        'speaker',
        ['{subject} menjadi narasumber {object}', '{subject} speaks at {object}'],
        ['{object} menghadirkan narasumber {subject}', '{object} has {subject} as speaker'],
      ),
      HOST: role(
        'tuan rumah',
        'host',
        ['{subject} menjadi tuan rumah {object}', '{subject} hosts {object}'],
        ['{object} bertuan rumah {subject}', '{object} is hosted by {subject}'],
      ),
      COMPETITOR: role(
        'peserta lomba',
        'competitor',
        ['{subject} menjadi peserta {object}', '{subject} competes in {object}'],
        ['{object} diikuti oleh {subject}', '{object} is contested by {subject}'],
      ),
      ORGANIZER: role(
        'penyelenggara',
        'organizer',
        ['{subject} menyelenggarakan {object}', '{subject} organizes {object}'],
        ['{object} diselenggarakan oleh {subject}', '{object} is organized by {subject}'],
      ),
      PARTNER: role(
        'mitra',
        'partner',
        ['{subject} terlibat dalam {object}', '{subject} is involved in {object}'],
        ['{object} melibatkan {subject}', '{object} involves {subject}'],
      ),
      ATTENDEE: role(
        'hadirin',
        'attendee',
        ['{subject} menghadiri {object}', '{subject} attends {object}'],
        ['{object} dihadiri oleh {subject}', '{object} is attended by {subject}'],
      ),
    },
    allows: { ...DATED, contributions: true },
    trace: { behind: [{ from: 'object' }], ahead: [{ from: 'subject', rootOnly: true }, { from: 'object' }] },
  },
  AFFILIATION: {
    label: { id: 'jabatan', en: 'affiliation' },
    definition: 'A person belongs to an organization; HEAD leads it. `position` is the title of the post.',
    subject: [PERSON],
    object: [ORGANIZATION],
    roles: {
      HEAD: role(
        'pimpinan',
        'head',
        ['{subject} memimpin {object}', '{subject} heads {object}'],
        ['{object} dipimpin oleh {subject}', '{object} is headed by {subject}'],
      ),
      OFFICER: role(
        'pejabat',
        'officer',
        ['{subject} menjabat di {object}', '{subject} holds office in {object}'],
        ['{object} memiliki pejabat {subject}', '{object} has {subject} in office'],
      ),
      STAFF: role(
        'staf',
        'staff',
        ['{subject} bekerja di {object}', '{subject} works at {object}'],
        ['{object} mempekerjakan {subject}', '{object} employs {subject}'],
      ),
      MEMBER: role(
        'anggota',
        'member',
        ['{subject} adalah anggota {object}', '{subject} is a member of {object}'],
        ['{object} beranggotakan {subject}', '{object} has {subject} as member'],
      ),
    },
    allows: { ...DATED, position: true },
    trace: {
      behind: [
        { from: 'subject', onDay: true },
        { from: 'object', onDay: true, roles: ['HEAD'] },
      ],
      ahead: [],
    },
  },
  CONFERRAL: {
    label: { id: 'penganugerahan', en: 'conferral' },
    definition:
      'How an achievement was given: to what or whom, by whom, into whose hands, on whose behalf, at which event.',
    subject: [{ type: 'achievement' }],
    object: [INITIATIVE, ACTOR],
    roles: {
      RECIPIENT: role(
        'peraih',
        'recipient',
        ['{subject} diraih oleh {object}', '{subject} was won by {object}'],
        ['{object} meraih {subject}', '{object} won {subject}'],
      ),
      CONFERRER: role(
        'pemberi',
        'conferrer',
        ['{subject} diberikan oleh {object}', '{subject} was conferred by {object}'],
        ['{object} memberikan {subject}', '{object} conferred {subject}'],
        { object: [ACTOR] },
      ),
      RECEIVER: role(
        'penerima',
        'receiver',
        ['{subject} diterima langsung oleh {object}', '{subject} was received in person by {object}'],
        ['{object} menerima langsung {subject}', '{object} received {subject} in person'],
        { object: [ACTOR] },
      ),
      ON_BEHALF_OF: role(
        'atas nama',
        'on behalf of',
        ['{subject} diterima atas nama {object}', '{subject} was received on behalf of {object}'],
        ['atas nama {object} diterima {subject}', 'on behalf of {object}, {subject} was received'],
        { object: [ACTOR] },
      ),
      EVENT: role(
        'acara',
        'event',
        ['{subject} diserahkan dalam {object}', '{subject} was handed over at {object}'],
        ['dalam {object} diserahkan {subject}', 'at {object}, {subject} was handed over'],
        { object: [INITIATIVE] },
      ),
      CREDIT: role(
        'berkat',
        'credited to',
        ['{subject} diraih berkat {object}', '{subject} is credited to {object}'],
        ['berkat {object} diraih {subject}', 'thanks to {object}, {subject} was won'],
      ),
    },
    allows: DATED,
    trace: {
      behind: [{ from: 'subject' }],
      ahead: [
        { from: 'subject', roles: ['RECIPIENT'] },
        { from: 'object', entry: ['initiative'] },
        { from: 'object', entry: ['actor'], rootOnly: true },
      ],
    },
  },
  PART_OF: {
    label: { id: 'bagian dari', en: 'part of' },
    definition:
      'The subject is a part of the object: an activity of a program, a unit of an organization, a place in a place.',
    subject: [INITIATIVE, ORGANIZATION, { type: 'place' }],
    object: [INITIATIVE, ORGANIZATION, { type: 'place' }],
    sameType: true,
    roles: {},
    sentence: sentence(
      ['{subject} merupakan bagian dari {object}', '{subject} is part of {object}'],
      ['{object} mencakup {subject}', '{object} includes {subject}'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'subject' }], ahead: [{ from: 'object', entry: ['initiative', 'place'] }] },
  },
  RESULTED_IN: {
    label: { id: 'menghasilkan', en: 'resulted in' },
    definition: 'Lineage: a proposal led to a program, a program to an innovation, a policy to either.',
    subject: [INITIATIVE],
    object: [INITIATIVE],
    roles: {},
    sentence: sentence(
      ['{subject} menghasilkan {object}', '{subject} resulted in {object}'],
      ['{object} lahir dari {subject}', '{object} came from {subject}'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'object' }], ahead: [{ from: 'subject' }] },
  },
  ENTERED: {
    label: { id: 'diikutkan', en: 'entered' },
    definition: 'An initiative was entered in a competition.',
    subject: [INITIATIVE],
    object: [INITIATIVE],
    roles: {},
    sentence: sentence(
      ['{subject} diikutkan dalam {object}', '{subject} was entered in {object}'],
      ['{object} diikuti dengan {subject}', '{object} had {subject} as entry'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'subject' }], ahead: [{ from: 'object', rootOnly: true }] },
  },
  ADDRESSES: {
    label: { id: 'menangani', en: 'addresses' },
    definition: 'An initiative works on a priority issue.',
    subject: [INITIATIVE],
    object: [{ type: 'issue' }],
    roles: {},
    sentence: sentence(
      ['{subject} menangani {object}', '{subject} addresses {object}'],
      ['{object} ditangani melalui {subject}', '{object} is addressed by {subject}'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'subject' }], ahead: [{ from: 'object' }] },
  },
  LOCATED_IN: {
    label: { id: 'berlokasi di', en: 'located in' },
    definition: 'An initiative, an actor or an issue has its place there.',
    subject: [INITIATIVE, ACTOR, { type: 'issue' }],
    object: [{ type: 'place' }],
    roles: {},
    sentence: sentence(
      ['{subject} bertempat di {object}', '{subject} is located in {object}'],
      ['di {object} terdapat {subject}', '{object} has {subject}'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'subject', entry: ['initiative', 'issue'] }], ahead: [{ from: 'object' }] },
  },
  SUCCEEDED_BY: {
    label: { id: 'digantikan oleh', en: 'succeeded by' },
    definition: 'An organization was merged into, split into or renamed as another one.',
    subject: [ORGANIZATION],
    object: [ORGANIZATION],
    roles: {},
    sentence: sentence(
      ['{subject} digantikan oleh {object}', '{subject} was succeeded by {object}'],
      ['{object} menggantikan {subject}', '{object} succeeded {subject}'],
    ),
    allows: DATED,
    trace: { behind: [{ from: 'subject' }], ahead: [] },
  },
  AGREEMENT: {
    label: { id: 'kesepakatan', en: 'agreement' },
    definition:
      'Two or more actors agree on something, for example in a memorandum; `parties` names those past the first two.',
    subject: [ACTOR],
    object: [ACTOR],
    roles: {},
    sentence: sentence(
      ['{subject} bersepakat dengan {object}', '{subject} has an agreement with {object}'],
      ['{object} bersepakat dengan {subject}', '{object} has an agreement with {subject}'],
    ),
    allows: { ...DATED, parties: true, contributions: true },
    trace: {
      behind: [],
      ahead: [
        { from: 'subject', rootOnly: true },
        { from: 'object', rootOnly: true },
        { from: 'party', rootOnly: true },
      ],
    },
  },
};

/** The roles in which an actor owns an initiative, the strongest first: search and stories name the owner by them. */
export const OWNER_ROLES = ['ACCOUNTABLE', 'IMPLEMENTING', 'INITIATOR', 'ORGANIZER', 'HOST'] as const;

/** How a claim reads as a sentence, told from its subject (`forward`) or from its object (`backward`). */
export function sentenceOf(kind: ClaimKind, role: string | null): Omit<Role, 'label'> {
  const relation = RELATIONS[kind];
  const found = role === null ? relation.sentence : relation.roles[role];
  if (found === undefined) throw new Error(`relation ${kind} has no role ${role}`);
  return found;
}
