import { KIND_LABELS } from '../domain/labels.js';
import type { End, Relation } from '../domain/relation.js';
import { RELATIONS } from '../domain/relations.js';
import {
  type Choice,
  CONTRIBUTION_FIELDS,
  claimFields,
  EVIDENCE_FIELDS,
  FIELDS,
  type Field,
  type ImportedType,
  type Relations,
} from './fields.js';
import {
  CONTRIBUTION_WORDS,
  capital,
  EVIDENCE_WORDS,
  EXAMPLE_NAMES,
  FIELD_WORDS,
  HIDDEN,
  INSTRUCTIONS,
  SHEET_NAMES,
  TYPE_WORDS,
  type Words,
} from './layout-words.js';

/**
 * The template workbook as data: its sheets, their columns, and which records a row makes. Columns are derived from
 * the relation registry, the vocabularies and the schemas, so that a new role, kind or field shows up by itself.
 * template.ts makes it a mapping; whoever writes the workbook needs nothing but this.
 */
export interface Column {
  /** Header of the column, Indonesian, unique in its sheet. */
  readonly title: string;
  /** What it fills: `claim.role`, `claim.evidence.source`, `claim.contributions.amount`, `proposal.personal.phone`. */
  readonly field: string;
  readonly help: string;
  readonly required: boolean;
  /** The drop-down: the Indonesian label is shown, the code is what it means. */
  readonly choices: readonly Choice[] | null;
  readonly example: string;
  /** What the title says already, so that the cell need not: "Blimbing" in this column is Kelurahan Blimbing. */
  readonly prefix?: { readonly word: string; readonly short: readonly string[] };
}

/** A record that each row of a sheet makes, beyond what its columns fill. */
export interface SheetRecord {
  readonly as: string;
  readonly type: ImportedType;
  readonly constants?: Readonly<Record<string, string>>;
  /** References to other records of the row, by their `as`. */
  readonly records?: Readonly<Record<string, string>>;
  /** Titles of the columns that tell apart two records of one name and kind. */
  readonly identity?: readonly string[];
  readonly findByName?: true;
}

export interface SheetLayout {
  readonly title: string;
  /** What a row of the sheet says, Indonesian. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly records: readonly SheetRecord[];
}

export interface Layout {
  readonly instructions: { readonly title: string; readonly lines: readonly string[] };
  /** In the order in which they are read: what is pointed at comes first. */
  readonly sheets: readonly SheetLayout[];
}

/** The template's layout; another registry may be given to see what it would add. */
export function templateLayout(relations: Relations = RELATIONS): Layout {
  return {
    instructions: { title: 'Petunjuk', lines: INSTRUCTIONS },
    sheets: [
      recordSheet('Sumber', 'source', 'Dokumen, berita atau data yang menjadi bukti.'),
      recordSheet('Pelaku', 'actor', 'Organisasi, orang atau kelompok.'),
      recordSheet(
        'Inisiatif',
        'initiative',
        'Program, inovasi, proyek TSP, layanan, lomba, acara, kebijakan.',
      ),
      PROPOSALS,
      ACHIEVEMENTS,
      recordSheet('Isu', 'issue', 'Isu prioritas dan kemajuannya.'),
      ...Object.entries(relations).map(([kind, relation]) => claimSheet(kind, relation, relations)),
    ],
  };
}

const column = (
  field: string,
  { title, help, example }: Words,
  { required = false, choices = null as readonly Choice[] | null } = {},
): Column => ({ title, field, help, required, choices, example });

/** The columns of a list of fields, in the order of the words; a field without words comes last, by its own name. */
function columnsOf(
  as: string,
  fields: ReadonlyMap<string, Field>,
  dictionary: Readonly<Record<string, Words>>,
): Column[] {
  const order = Object.keys(dictionary);
  const rankOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const shown = [...fields].filter(([name]) => !HIDDEN.has(name) && !name.endsWith('En'));
  return shown
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([name, { required, choices = null }]) => {
      const found = dictionary[name] ?? { title: name, help: '', example: '' };
      const example = found.example || (required ? (choices?.[0]?.label.id ?? '') : '');
      return column(`${as}.${name}`, { ...found, example }, { required, choices });
    });
}

const identityColumns = (as: string): Column[] => [
  column(`${as}.id`, {
    title: 'ID Jejak',
    help: 'Hanya untuk memperbaiki catatan yang sudah ada',
    example: '',
  }),
  column(`${as}.key`, { title: 'Kunci', help: 'Penanda Anda sendiri, tidak kembar', example: '' }),
];
const evidenceColumns = (as: string) =>
  columnsOf(`${as}.evidence`, EVIDENCE_FIELDS, EVIDENCE_WORDS).map((one) => ({ ...one, required: false }));

function recordSheet(title: string, type: ImportedType, about: string): SheetLayout {
  const fields = namedLike(type, columnsOf(type, FIELDS[type], FIELD_WORDS));
  const evidence = type === 'source' ? [] : evidenceColumns(type);
  return {
    title,
    about,
    columns: [...identityColumns(type), ...fields, ...evidence],
    records: [{ as: type, type }],
  };
}

const namedLike = (type: string, columns: readonly Column[]) =>
  columns.map((one) => (one.field === `${type}.name` ? { ...one, example: EXAMPLE_NAMES[type] ?? '' } : one));

const PROPOSALS: SheetLayout = {
  title: 'Usulan',
  about: 'Usulan musrenbang: satu baris satu usulan.',
  columns: [
    ...identityColumns('proposal'),
    column(
      'proposal.name',
      { title: 'Usulan', help: 'Apa yang diusulkan', example: 'Perbaikan drainase (contoh karangan)' },
      { required: true },
    ),
    {
      ...column('place.object', { title: 'Kelurahan', help: 'Nama kelurahan', example: 'Sawojajar' }),
      prefix: { word: 'Kelurahan', short: ['Kel.', 'Kel'] },
    },
    column('proposal.description', {
      title: 'Alasan',
      help: 'Mengapa diusulkan',
      example: 'Contoh karangan',
    }),
    column('proposal.at', { title: 'Tahun', help: 'Tahun musrenbang', example: '2026' }),
    column('owner.subject', { title: 'OPD', help: 'Perangkat daerah yang bertanggung jawab', example: '' }),
    column('proposal.personal.name', {
      title: 'Pengusul',
      help: 'Data pribadi, disimpan terpisah',
      example: '',
    }),
    column('proposal.personal.phone', {
      title: 'Telepon',
      help: 'Data pribadi, disimpan terpisah',
      example: '',
    }),
    column('proposal.note', FIELD_WORDS.note as Words),
    ...(['place', 'owner'] as const).map((as) =>
      column(`${as}.id`, {
        title: `ID Jejak ${as === 'place' ? 'kelurahan' : 'OPD'}`,
        help: 'Kosongkan; terisi pada berkas ekspor, agar kolom itu memperbaiki yang sudah tercatat',
        example: '',
      }),
    ),
  ],
  records: [
    {
      as: 'proposal',
      type: 'initiative',
      constants: { kind: 'PROPOSAL' },
      identity: ['Kelurahan', 'Tahun'],
    },
    { as: 'place', type: 'claim', constants: { kind: 'LOCATED_IN' }, records: { subject: 'proposal' } },
    {
      as: 'owner',
      type: 'claim',
      constants: { kind: 'PARTICIPATION', role: 'ACCOUNTABLE' },
      records: { object: 'proposal' },
    },
  ],
};

const ACHIEVEMENTS: SheetLayout = {
  title: 'Penghargaan',
  about: 'Satu baris satu penghargaan yang diraih; ajangnya dicatat sekalian.',
  columns: [
    ...identityColumns('achievement'),
    column(
      'award.name',
      { title: 'Ajang', help: 'Ajang atau nama resmi penghargaan', example: 'Anugerah Contoh Karangan' },
      { required: true },
    ),
    ...namedLike('achievement', columnsOf('achievement', FIELDS.achievement, FIELD_WORDS)).filter(
      ({ field }) => field !== 'achievement.award',
    ),
    ...evidenceColumns('achievement'),
  ],
  records: [
    { as: 'award', type: 'award', findByName: true },
    {
      as: 'achievement',
      type: 'achievement',
      records: { award: 'award' },
      identity: ['Ajang', 'Kategori', 'Tanggal'],
    },
  ],
};

function claimSheet(kind: string, relation: Relation, relations: Relations): SheetLayout {
  const [subject, object] = endTitles(relation);
  const [first, second] = endExamples(relation);
  const forward = relation.sentence?.forward.id ?? Object.values(relation.roles)[0]?.forward.id ?? '';
  const about = forward.replace('{subject}', `[${subject}]`).replace('{object}', `[${object}]`);
  const help = 'Nama, kunci atau ID Jejak';
  const fields = columnsOf('claim', claimFields(kind, relations), FIELD_WORDS)
    .filter(({ field }) => field !== 'claim.kind')
    .map((one) => {
      if (one.field === 'claim.subject') return { ...one, title: subject, help, example: first };
      return one.field === 'claim.object' ? { ...one, title: object, help, example: second } : one;
    });
  const ends = (one: Column) => /subject|object/.test(one.field);
  const given = columnsOf('claim.contributions', CONTRIBUTION_FIELDS, CONTRIBUTION_WORDS);
  return {
    title: SHEET_NAMES[kind] ?? capital(relation.label.id),
    about: relation.sentence === undefined ? `Misalnya: ${about}` : about,
    columns: [
      ...identityColumns('claim'),
      ...fields.filter(ends).sort((a, b) => b.field.localeCompare(a.field)),
      ...fields.filter((one) => !ends(one)),
      ...(relation.allows.contributions ? given.map((one) => ({ ...one, required: false })) : []),
      ...evidenceColumns('claim'),
    ],
    records: [{ as: 'claim', type: 'claim', constants: { kind } }],
  };
}

/** `Pelaku` and `Inisiatif`; where both ends take the same, the first and the second of them. */
function endTitles({ subject, object }: Relation): [string, string] {
  const [first, second] = [endWords(subject), endWords(object)];
  return first === second ? [`${first} pertama`, `${second} kedua`] : [first, second];
}

function endExamples({ subject, object }: Relation): [string, string] {
  const nameOf = ([end]: readonly End[]) => EXAMPLE_NAMES[end?.kinds?.[0] ?? end?.type ?? ''] ?? '';
  const [first, second] = [nameOf(subject), nameOf(object)];
  return [first, first === second ? `${second} Kedua` : second];
}

function endWords(ends: readonly End[]): string {
  const words = ends.flatMap(
    ({ type, kinds }) => kinds?.map((kind) => KIND_LABELS[kind].id) ?? [TYPE_WORDS[type] ?? type],
  );
  return capital(new Intl.ListFormat('id', { type: 'disjunction' }).format(words));
}
