/** How the template speaks of fields, in Indonesian: title, help and an invented example. Their order is the columns'. */
export interface Words {
  readonly title: string;
  readonly help: string;
  readonly example: string;
}

const words = (title: string, help: string, example: string): Words => ({ title, help, example });
const DATE = 'Tulis 31/12/2021, 12/2021, 2021 atau sekitar 2021';
const LIST = 'Pisahkan dengan titik koma';

export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  name: words('Nama', 'Nama lengkap tanpa singkatan', ''),
  title: words('Judul', 'Judul sumber sebagaimana tertulis', 'Laporan Contoh Karangan 2021'),
  kind: words('Jenis', 'Pilih dari daftar', ''),
  helix: words('Unsur', 'Salah satu dari enam unsur hexahelix', ''),
  role: words('Peran', 'Pilih dari daftar', ''),
  position: words('Jabatan', 'Nama jabatan menurut sumber', 'Kepala Dinas Contoh'),
  parties: words('Pihak lain', `Pihak selain dua yang pertama. ${LIST}`, ''),
  abbreviations: words('Singkatan', LIST, 'CK'),
  aliases: words('Nama lain', LIST, ''),
  previousNames: words('Nama lama', LIST, ''),
  description: words('Uraian', 'Satu atau dua kalimat', 'Contoh karangan, bukan data nyata.'),
  size: words('Jumlah anggota', 'Hanya untuk kelompok', ''),
  category: words('Kategori', 'Kategori menurut sumber', 'Pelayanan Publik'),
  rank: words('Peringkat', 'Peringkat menurut sumber, misalnya TOP 25', 'Terbaik I'),
  level: words('Tingkat', 'Pilih dari daftar', ''),
  progress: words('Kemajuan', 'Pilih dari daftar', ''),
  progressAt: words('Kemajuan per tanggal', DATE, '2021'),
  publisher: words('Penerbit', 'Media atau lembaga yang menerbitkan', 'Penerbit Contoh'),
  author: words('Penulis', 'Nama penulis', ''),
  date: words('Tanggal', DATE, '3/2/2021'),
  url: words('Alamat web', 'Diawali https://', 'https://example.org/karangan'),
  retrieved: words('Diambil pada', 'Hari dokumen diunduh atau dibaca; tulis 31/12/2021', ''),
  start: words('Mulai', DATE, '3/2/2021'),
  end: words('Selesai', `${DATE}; kosong berarti tidak diketahui`, ''),
  endState: words('Keadaan akhir', 'Isi hanya bila tanggal selesai kosong', ''),
  at: words('Pada tanggal', `Bila sumber hanya menyebut satu saat. ${DATE}`, ''),
  note: words('Catatan', 'Hal yang belum pasti', ''),
};

export const EVIDENCE_WORDS: Readonly<Record<string, Words>> = {
  source: words(
    'Sumber',
    'Judul atau kunci sumber; kosong berarti berkas ini sendiri',
    'Laporan Contoh Karangan 2021',
  ),
  locator: words('Letak', 'Paragraf atau halaman', 'paragraf 4'),
  paraphrase: words('Isi', 'Apa kata sumber, dengan kata-kata sendiri', ''),
  quote: words('Kutipan', 'Kata-kata sumber persis, singkat saja', ''),
};

export const CONTRIBUTION_WORDS: Readonly<Record<string, Words>> = {
  kind: words('Bentuk sumbangan', 'Pilih dari daftar', ''),
  amount: words('Jumlah', 'Angka saja, misalnya 1.500.000,00', '1.500.000'),
  currency: words('Mata uang', 'Hanya untuk uang; kosong berarti IDR', ''),
  unit: words('Satuan', 'Misalnya unit, paket, orang', ''),
  description: words('Keterangan sumbangan', 'Apa yang disumbangkan', ''),
};

/** Fields that a clerk need not see: English texts, and what a mapping or the program fills in. */
export const HIDDEN = new Set(['weakAliases', 'checksum', 'paragraphs', 'language', 'code']);

export const INSTRUCTIONS: readonly string[] = [
  'Isi satu baris untuk satu hal. Kolom bertanda * wajib diisi; kolom lain boleh kosong.',
  'Tanggal: 3/2/2021 berarti 3 Februari 2021. Boleh 2/2021, 2021, atau sekitar 2021.',
  'Angka: koma untuk desimal, titik untuk ribuan, misalnya Rp 1.500.000,00 atau 1,5 juta.',
  'Nama pada lembar hubungan harus sama dengan nama yang sudah tercatat atau yang ada di berkas ini.',
  'Kunci: penanda Anda sendiri, tidak boleh kembar dalam satu lembar. Baris lain boleh menyebutnya.',
  'ID Jejak: isi hanya untuk memperbaiki catatan yang sudah ada.',
  'Sel kosong tidak pernah menghapus isi yang sudah tercatat.',
  'Pengusul dan telepon adalah data pribadi: disimpan terpisah dan tidak ditampilkan kepada umum.',
  '---',
  'One row is one thing. Columns marked * are required; the others may stay empty.',
  'Dates: 3/2/2021 is 3 February 2021. Also 2/2021, 2021, or sekitar 2021 (about 2021).',
  'Numbers: a comma for decimals, points between thousands, such as Rp 1.500.000,00 or 1,5 juta.',
  'A name in a sheet of relations must be one that is recorded already or stands in this file.',
  'Kunci: a key of your own, unique in its sheet; other rows may name it.',
  'ID Jejak: fill it in only to correct a record that exists.',
  'An empty cell never deletes what is recorded.',
  'Proposer and phone are personal data: kept apart and not shown to the public.',
];

/** Sheets of claims whose label alone would be an odd name for a sheet. */
export const SHEET_NAMES: Readonly<Record<string, string>> = {
  LOCATED_IN: 'Lokasi',
  SUCCEEDED_BY: 'Digantikan',
};

export const TYPE_WORDS: Readonly<Record<string, string>> = {
  actor: 'pelaku',
  initiative: 'inisiatif',
  achievement: 'penghargaan',
  award: 'ajang penghargaan',
  issue: 'isu',
  place: 'tempat',
  source: 'sumber',
};

/** Invented names for the examples, by the kind of actor or else by type; each says that it is invented. */
export const EXAMPLE_NAMES: Readonly<Record<string, string>> = {
  actor: 'Dinas Contoh Karangan',
  ORGANIZATION: 'Dinas Contoh Karangan',
  PERSON: 'Ani Contoh Karangan',
  initiative: 'Program Contoh Karangan',
  achievement: 'Anugerah Contoh Karangan: Terbaik I',
  issue: 'Banjir di Contoh Karangan',
  place: 'Kelurahan Sawojajar',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
