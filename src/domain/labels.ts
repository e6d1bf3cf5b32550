import type {
  AchievementLevel,
  ActorKind,
  ContributionKind,
  EndState,
  InitiativeKind,
  IssueProgress,
  PlaceKind,
  SourceKind,
} from './kinds.js';
import type { Bilingual } from './relation.js';

/** The closed vocabularies in words; the helixes stand in story.ts, claim kinds and roles in relations.ts. */
const words = (id: string, en: string): Bilingual => ({ id, en });

/** Kinds of actors, initiatives, places and sources. */
export const KIND_LABELS: Readonly<Record<ActorKind | InitiativeKind | PlaceKind | SourceKind, Bilingual>> = {
  ORGANIZATION: words('organisasi', 'organization'),
  PERSON: words('orang', 'person'),
  COHORT: words('kelompok', 'cohort'),
  PROGRAM: words('program', 'program'),
  INNOVATION: words('inovasi', 'innovation'),
  CSR_PROJECT: words('proyek TSP', 'CSR project'),
  SERVICE: words('layanan', 'service'),
  COMPETITION: words('lomba', 'competition'),
  EVENT: words('acara', 'event'),
  POLICY: words('kebijakan', 'policy'),
  PROPOSAL: words('usulan', 'proposal'),
  PROVINCE: words('provinsi', 'province'),
  CITY: words('kota', 'city'),
  KECAMATAN: words('kecamatan', 'kecamatan'),
  KELURAHAN: words('kelurahan', 'kelurahan'),
  AREA: words('kawasan', 'area'),
  VENUE: words('gedung', 'venue'),
  ARTICLE: words('artikel', 'article'),
  DOCUMENT: words('dokumen', 'document'),
  DATASET: words('data', 'dataset'),
  INTERVIEW: words('wawancara', 'interview'),
  RECORDING: words('rekaman', 'recording'),
};

export const LEVEL_LABELS: Readonly<Record<AchievementLevel, Bilingual>> = {
  CITY: words('kota', 'city'),
  PROVINCE: words('provinsi', 'province'),
  NATIONAL: words('nasional', 'national'),
  INTERNATIONAL: words('internasional', 'international'),
};

export const PROGRESS_LABELS: Readonly<Record<IssueProgress, Bilingual>> = {
  REPORTED: words('dilaporkan', 'reported'),
  IN_PROGRESS: words('sedang ditangani', 'in progress'),
  RESOLVED: words('selesai', 'resolved'),
};

export const END_STATE_LABELS: Readonly<Record<EndState, Bilingual>> = {
  KNOWN: words('diketahui', 'known'),
  ONGOING: words('masih berlangsung', 'ongoing'),
  ENDED_UNKNOWN: words('sudah berakhir', 'ended, date unknown'),
  UNKNOWN: words('tidak diketahui', 'unknown'),
};

export const CONTRIBUTION_LABELS: Readonly<Record<ContributionKind, Bilingual>> = {
  MONEY: words('uang', 'money'),
  IN_KIND: words('barang', 'in kind'),
  PEOPLE: words('tenaga', 'people'),
  KNOWLEDGE: words('pengetahuan', 'knowledge'),
};
