import type { Helix } from '../../domain/kinds.js';
import type { NamedType } from './suggestion.js';

/**
 * What a name that nobody knows yet looks like, and the words for posts. Data, to be read and cited; all words folded.
 */

export interface Shape {
  readonly id: string;
  /** First words of such a name. */
  readonly heads: readonly string[];
  readonly makes: ReadonlyArray<{
    readonly type: NamedType;
    readonly kind: string | null;
    readonly helix: Helix | null;
  }>;
  /** `name`: the head is part of the name ("Dinas Sosial"); `label`: it is not (program "Sumur Pintar"). */
  readonly head: 'name' | 'label';
  /** The head may be written small: "menerima penghargaan Sekolah Hemat Air". */
  readonly small?: true;
}

const organization = (helix: Helix) => [{ type: 'actor', kind: 'ORGANIZATION', helix }] as const;
const initiative = (kind: string) => [{ type: 'initiative', kind, helix: null }] as const;
const place = (kind: string) => [{ type: 'place', kind, helix: null }] as const;
const words = (text: string) => text.split('|');

export const SHAPES: readonly Shape[] = [
  {
    id: 'government',
    heads: words(
      'dinas|badan|kementerian|pemerintah kota|pemerintah kabupaten|pemerintah provinsi|pemerintah kelurahan|pemerintah desa|' +
        'pemkot|pemkab|pemprov|puskesmas|rumah sakit|rsud|rsu|bagian|sekretariat|komisi|inspektorat|bappeda|' +
        'sd negeri|smp negeri|sma negeri|smk negeri|sdn|smpn|sman|smkn|dprd|polresta|polres|kodim|satpol|upt',
    ),
    makes: organization('GOVERNMENT'),
    head: 'name',
  },
  {
    id: 'business',
    heads: words('pt|cv|ud|perumda|pdam|perum|bumd'),
    makes: organization('BUSINESS'),
    head: 'name',
  },
  { id: 'finance', heads: words('bank|bpr|koperasi|bpjs'), makes: organization('FINANCE'), head: 'name' },
  {
    id: 'academia',
    heads: words('universitas|institut|politeknik|fakultas|sekolah tinggi|akademi|himpunan mahasiswa|lppm'),
    makes: organization('ACADEMIA'),
    head: 'name',
  },
  {
    id: 'community',
    heads: words(
      'komunitas|yayasan|karang taruna|forum|paguyuban|kelompok|sanggar|pokdarwis|palang merah|perkumpulan|lpmk|' +
        'himpunan|ikatan|aliansi|lembaga|baznas|pkk|gerakan pramuka',
    ),
    makes: organization('COMMUNITY'),
    head: 'name',
  },
  {
    id: 'media',
    heads: words('radio|harian|tabloid|majalah|televisi'),
    makes: organization('MEDIA'),
    head: 'name',
  },
  // An office and its area have one name; the role that a sentence gives it decides which is meant.
  {
    id: 'district',
    heads: words('kelurahan|kecamatan'),
    makes: [...organization('GOVERNMENT'), { type: 'place', kind: 'AREA', helix: null }],
    head: 'name',
  },
  {
    id: 'venue',
    heads: words(
      'aula|gedung|balai|pendopo|stadion|hotel|lapangan|alun-alun|pasar|taman|kantor|ballroom|ruang|auditorium|graha',
    ),
    makes: place('VENUE'),
    head: 'name',
  },
  { id: 'area', heads: words('kawasan|kampung|jalan|jl'), makes: place('AREA'), head: 'name' },
  {
    id: 'event',
    heads: words(
      'workshop|lokakarya|pelatihan|festival|seminar|musrenbang|jambore|pameran|bazar|kunjungan|pekan|malam anugerah|' +
        'webinar|sosialisasi|expo|simposium',
    ),
    makes: initiative('EVENT'),
    head: 'name',
    small: true,
  },
  { id: 'competition', heads: words('lomba|kompetisi'), makes: initiative('COMPETITION'), head: 'name' },
  { id: 'service', heads: words('layanan|gerakan'), makes: initiative('SERVICE'), head: 'name' },
  { id: 'program', heads: words('program'), makes: initiative('PROGRAM'), head: 'label', small: true },
  {
    id: 'innovation',
    heads: words('inovasi|aplikasi'),
    makes: initiative('INNOVATION'),
    head: 'label',
    small: true,
  },
  {
    id: 'award',
    heads: words('juara|terbaik|top|peringkat|penghargaan|predikat'),
    makes: [{ type: 'achievement', kind: null, helix: null }],
    head: 'name',
    small: true,
  },
];

/** Small words inside a name: "Dinas Koperasi dan Usaha Mikro". */
export const INSIDE_NAMES = new Set(['dan', '&', 'of', 'for', 'the', 'bin', 'ke']);

/**
 * Posts: `of` says what follows the words. `name`: the organization itself ("Kepala Dinas …"); otherwise a place, to
 * whose name `of` is set in front ("Camat Klojen" heads Kecamatan Klojen).
 */
export interface Post {
  readonly words: string;
  readonly role: 'HEAD' | 'OFFICER' | 'STAFF' | 'MEMBER';
  readonly of:
    | 'name'
    | `Pemerintah${'' | ' Kota' | ' Kabupaten' | ' Provinsi'}`
    | 'Kecamatan'
    | 'Kelurahan'
    | 'Dinas'
    | 'Bagian'
    | 'Pusdiklat'
    | 'Polres'
    | 'Puskesmas';
}

const posts = (role: Post['role'], of: Post['of'], list: string): Post[] =>
  words(list).map((post) => ({ words: post, role, of }));

export const POSTS: readonly Post[] = [
  ...posts('HEAD', 'Pemerintah Kota', 'wali kota|walikota'),
  ...posts('HEAD', 'Pemerintah Kabupaten', 'bupati'),
  ...posts('HEAD', 'Pemerintah Provinsi', 'gubernur'),
  ...posts('HEAD', 'Kecamatan', 'camat'),
  ...posts('HEAD', 'Dinas', 'kadis'),
  ...posts('HEAD', 'Bagian', 'kabag'),
  ...posts('HEAD', 'Pusdiklat', 'kapusdiklat'),
  ...posts('HEAD', 'Polres', 'kapolres'),
  ...posts('HEAD', 'Puskesmas', 'kapus'),
  ...posts('HEAD', 'Kelurahan', 'lurah'),
  ...posts('OFFICER', 'Pemerintah Kota', 'wakil wali kota|wawali'),
  ...posts('OFFICER', 'Pemerintah Kabupaten', 'wakil bupati'),
  ...posts('OFFICER', 'Pemerintah Provinsi', 'wakil gubernur'),
  ...posts('OFFICER', 'Pemerintah', 'sekretaris daerah|sekda|asisten'),
  ...posts(
    'HEAD',
    'name',
    'kepala|ketua|direktur|direktur utama|rektor|dekan|koordinator|pimpinan|manajer|ketua umum|presiden direktur|plt kepala',
  ),
  ...posts(
    'OFFICER',
    'name',
    'sekretaris|wakil ketua|wakil rektor|wakil dekan|wakil direktur|bendahara|kepala bidang|kepala seksi',
  ),
  ...posts('STAFF', 'name', 'dosen|guru|peneliti|akademisi|staf|pegawai|bidan|perawat'),
  ...posts('MEMBER', 'name', 'anggota'),
];

/** Before a post: whoever is acting in it. */
export const ACTING = new Set(['pj', 'plt', 'plh', 'penjabat', 'mantan']);
/** Between a post and whoever holds it, in either order. */
export const HOLDING = words(
  'selaku|sebagai|menjabat sebagai|menjabat|dilantik sebagai|kini dijabat|dijabat|dijabat oleh|yakni|yaitu',
);

/** Titles before a name. */
export const TITLES_BEFORE = new Set('drs dra dr drg ir prof h hj kh bapak ibu pak bu apt'.split(' '));
/** Degrees after a name, folded and without spaces. */
export const DEGREES = new Set(
  'han tr se sh mh mm msi mt ma mpd spd ssos sip stp skom mkom phd msc mba st mkes sstp mhum map sppd spog ss sag mag sik skep ns amd'.split(
    ' ',
  ),
);

/** Words with a capital at the beginning of a sentence that are no one's name. */
export const NOT_A_NAME = new Set(
  (
    'ia dia mereka kami kita saya ini itu para salah selain sementara menurut dalam pada di ke dari oleh dengan untuk ' +
    'kegiatan acara program inovasi usulan penghargaan piagam piala hadiah seorang sebanyak tahun sebelumnya namun ' +
    'senin selasa rabu kamis jumat sabtu minggu kota kabupaten provinsi selama setiap kepada serta dan ' +
    'januari februari maret april mei juni juli agustus september oktober november desember rp turut hadir lewat'
  ).split(' '),
);

/** Before a trigger: it did not happen. */
export const NEGATIONS = new Set('belum tidak bukan tanpa batal urung tak gagal'.split(' '));
/** Before a trigger, or anywhere in the sentence for the phrases: it has not happened yet. */
export const PLANS = new Set(
  'akan berencana rencananya direncanakan bakal hendak diharapkan berharap ingin dijadwalkan siap diminta didorong harus'.split(
    ' ',
  ),
);
export const FUTURE = words('bulan depan|tahun depan|pekan depan|minggu depan|masa mendatang|masih dijajaki');
export const CONDITIONS = new Set(['jika', 'kalau', 'apabila', 'seandainya', 'andai']);

/** Small words that point back to something named before, with what they can point to. */
export const POINTERS: ReadonlyMap<string, 'event' | 'program' | 'award'> = new Map([
  ...words(
    'kegiatan|acara|musyawarah|gelaran|kunjungan|festival|workshop|pelatihan|lokakarya|seminar|lomba|forum|rombongan|hajatan',
  ).map((word) => [word, 'event'] as const),
  ...words('program|inovasi|aplikasi|layanan|gerakan|proyek').map((word) => [word, 'program'] as const),
  ...words('penghargaan|piala|piagam|hadiah|gelar|predikat|prestasi|trofi').map(
    (word) => [word, 'award'] as const,
  ),
]);
