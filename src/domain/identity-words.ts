/**
 * What words in Indonesian names of institutions, posts and places mean for telling records apart. Data, not rules: a city
 * adds its own abbreviations as `abbreviations` of its records, and here only what is known all over the country, or
 * stands in nearly every list of Malang. All words are in the form of `nameWords` (names.ts).
 */

const pairs = (lines: string) =>
  new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' = ') as [string, string]),
  );
const words = (list: string) => new Set(list.trim().split(/\s+/));

/**
 * What is met on the left is compared as on the right: abbreviations in long, school types in short. Puskesmas and state
 * schools are called UPT or not as the office of the day likes; of other institutions the UPT is a part.
 */
export const EXPANSIONS = pairs(`
  wali kota = walikota
  jawa timur = jawatimur
  jawa tengah = jawatengah
  jawa barat = jawabarat
  jateng = jawatengah
  jabar = jawabarat
  sekretaris daerah = sekretarisdaerah
  pelaksana tugas = plt
  pelaksana harian = plh
  ri = republik indonesia
  kel = kelurahan
  kec = kecamatan
  kab = kabupaten
  prov = provinsi
  jl = jalan
  gd = gedung
  bag = bagian
  kerja sama = kerjasama
  kanwil = kantor wilayah
  uptd = upt
  unit pelaksana teknis = upt
  upt puskesmas = puskesmas
  uptd puskesmas = puskesmas
  upt sd = sd
  upt sdn = sd negeri
  upt smp = smp
  upt smpn = smp negeri
  pemkab = pemerintah kabupaten
  dinkes = dinas kesehatan
  disdik = dinas pendidikan
  dindik = dinas pendidikan
  dikbud = dinas pendidikan kebudayaan
  disdikbud = dinas pendidikan kebudayaan
  dishub = dinas perhubungan
  dinsos = dinas sosial
  disnaker = dinas tenaga kerja
  disdukcapil = dinas kependudukan pencatatan sipil
  dispendukcapil = dinas kependudukan pencatatan sipil
  diskominfo = dinas komunikasi informatika
  diskopindag = dinas koperasi perindustrian perdagangan
  disperindag = dinas perindustrian perdagangan
  disporapar = dinas pemuda olahraga pariwisata
  dispora = dinas pemuda olahraga
  disbudpar = dinas kebudayaan pariwisata
  dlh = dinas lingkungan hidup
  dpupr = dinas pekerjaan umum penataan ruang
  dpuprpkp = dinas pekerjaan umum penataan ruang perumahan kawasan permukiman
  bappeda = badan perencanaan pembangunan daerah
  bapenda = badan pendapatan daerah
  bkad = badan keuangan aset daerah
  bpkad = badan pengelolaan keuangan aset daerah
  bkpsdm = badan kepegawaian pengembangan sumber daya manusia
  bkd = badan kepegawaian daerah
  bpbd = badan penanggulangan bencana daerah
  bakesbangpol = badan kesatuan bangsa politik
  bnn = badan narkotika nasional
  bps = badan pusat statistik
  kpu = komisi pemilihan umum
  bawaslu = badan pengawas pemilihan umum
  satpol pp = satuan polisi pamong praja
  dewan perwakilan rakyat daerah = dprd
  kepolisian resor kota = polresta
  kepolisian resor = polres
  kepolisian sektor = polsek
  komando distrik militer = kodim
  kejari = kejaksaan negeri
  kejati = kejaksaan tinggi
  kemenkes = kementerian kesehatan
  kemenag = kementerian agama
  kemendagri = kementerian dalam negeri
  kemenhan = kementerian pertahanan
  kemenkeu = kementerian keuangan
  kemensos = kementerian sosial
  kemenpanrb = kementerian pendayagunaan aparatur negara reformasi birokrasi
  kemenpan rb = kementerian pendayagunaan aparatur negara reformasi birokrasi
  kementerian pan rb = kementerian pendayagunaan aparatur negara reformasi birokrasi
  rumah sakit = rs
  rsud = rs umum daerah
  pusat kesehatan masyarakat = puskesmas
  pusk = puskesmas
  pkm = puskesmas
  pustu = puskesmas pembantu
  musyawarah perencanaan pembangunan = musrenbang
  kompetisi inovasi pelayanan publik = kipp
  innovative government award = iga
  tanggung jawab sosial perusahaan = tsp
  sekolah dasar = sd
  sekolah menengah pertama = smp
  sekolah menengah atas = sma
  sekolah menengah kejuruan = smk
  madrasah ibtidaiyah = mi
  madrasah tsanawiyah = mts
  madrasah aliyah = aliyah
  man = aliyah negeri
  mtsn = mts negeri
  sdn = sd negeri
  smpn = smp negeri
  sman = sma negeri
  smkn = smk negeri
  taman kanak kanak = tk
  pendidikan anak usia dini = paud
  univ = universitas
  stie = sekolahtinggi ilmu ekonomi
  stikes = sekolahtinggi ilmu kesehatan
  sekolah tinggi = sekolahtinggi
  poltekkes = politeknik kesehatan
  fisip = fakultas ilmu sosial ilmu politik
  feb = fakultas ekonomi bisnis
  filkom = fakultas ilmu komputer
  pdam = perusahaan daerah air minum
  perumda = perusahaan umum daerah
  bumd = badan usaha milik daerah
  umkm = usaha mikro kecil menengah
  kadin = kamar dagang industri
  ksu = koperasi serba usaha
  pln = perusahaan listrik negara
  telkom = telekomunikasi
  bank jawa timur = bank pembangunan daerah jawatimur
  bank jawa tengah = bank pembangunan daerah jawatengah
  bank jateng = bank pembangunan daerah jawatengah
  bri = bank rakyat indonesia
  bni = bank negara indonesia
  btn = bank tabungan negara
  bsi = bank syariah indonesia
  bca = bank central asia
  bpr = bank perkreditan rakyat
  ojk = otoritas jasa keuangan
  bpjs = badan penyelenggara jaminan sosial
  baznas = badan amil zakat nasional
  rri = radio republik indonesia
  tvri = televisi republik indonesia
  pemberdayaan kesejahteraan keluarga = pkk
  pemberdayaan dan kesejahteraan keluarga = pkk
  tp pkk = tim penggerak pkk
  yay = yayasan
  lpmk = lembaga pemberdayaan masyarakat kelurahan
  pokja = kelompok kerja
  pokdarwis = kelompok sadar wisata
  pcnu = pengurus cabang nahdlatul ulama
  nu = nahdlatul ulama
  pmi = palang merah indonesia
  kwarcab = kwartir cabang
  abd = abdul
`);

/** Campuses by the short name that Malang uses; another city behind it makes it another campus ("UM Surabaya"). */
export const CAMPUSES = pairs(`
  ub = universitas brawijaya
  um = universitas negeri malang
  umm = universitas muhammadiyah malang
  unisma = universitas islam malang
  unmer = universitas merdeka malang
  unikama = universitas pgri kanjuruhan malang
  itn = institut teknologi nasional malang
  polinema = politeknik negeri malang
  uin maliki = universitas islam negeri maulana malik ibrahim malang
`);
export const HOME = 'malang';

export const FUNCTION_WORDS = words(`
  dan di ke dari yang untuk oleh pada dengan atau melalui tahun nomor no bin binti the of and in for by at
`);

/** Legal forms: two different ones are two companies, a missing one says nothing. */
export const LEGAL_FORMS = words('pt cv ud');
/** Attributes of a company that are written or left out at will; likewise the office that houses a unit. */
export const ORNAMENTS = words('tbk persero kantor fm');

/** Territorial levels, the smallest first; kelurahan and desa, kota and kabupaten are beside each other. */
export const LEVELS = 'rt rw dusun kelurahan desa kecamatan kota kabupaten provinsi'.split(' ');
/** Levels below the kelurahan: a name that has one is never the name without. */
export const BELOW_KELURAHAN = words('rt rw dusun');

/** What marks a part of an institution, or of what it does: with and without are two. */
export const UNITS = words(`
  upt bidang seksi bagian subbagian cabang ranting fakultas jurusan prodi departemen laboratorium lppm bem himpunan
  unit komisariat pembantu workshop sosialisasi proposal peserta
`);

/** Posts, and what stands before a post: with and without are two. */
export const POSTS = words(`
  wakil penjabat plt plh mantan kepala sekretaris sekretarisdaerah ketua bendahara anggota staf asisten walikota bupati
  gubernur camat lurah presiden rektor dekan direktur menteri
`);

/** What kind of institution a name speaks of; the first one in a name is its head. */
export const CLASSES = words(`
  pemerintah kementerian direktorat dinas badan inspektorat sekretariat puskesmas rs polres polresta polsek kodim
  kejaksaan pengadilan dprd komisi sd smp sma smk mi mts aliyah tk paud universitas institut politeknik sekolahtinggi
  akademi bank koperasi yayasan komunitas forum paguyuban posyandu pkk radio hotel pasar toko masjid gereja gedung
`);

/** Words that tell little, beyond those of the sets above. */
export const COMMON_WORDS = words(`
  negeri daerah umum indonesia republik harian program kegiatan kawasan jalan perusahaan tim penggerak lembaga
`);

/** Cities and provinces that stand behind a name; two different ones are two things. */
export const REGIONS = words(`
  malang batu surabaya kediri blitar madiun mojokerto pasuruan probolinggo sidoarjo gresik lamongan tuban bojonegoro
  jombang nganjuk tulungagung trenggalek ponorogo pacitan ngawi magetan jember banyuwangi bondowoso situbondo lumajang
  sampang bangkalan pamekasan sumenep kepanjen jakarta bandung semarang yogyakarta surakarta sukoharjo denpasar makassar
  jawatimur jawatengah jawabarat bali banten lampung
`);

/** Kecamatan and kelurahan of Kota Malang (Kemendagri 35.73): real neighbours, never each other's misspelling. */
export const DISTRICTS = words(`
  blimbing klojen kedungkandang sukun lowokwaru balearjosari arjosari polowijen purwodadi pandanwangi purwantoro
  bunulrejo kesatrian polehan jodipan rampal samaan kiduldalem sukoharjo kasin kauman oro bareng gading penanggungan
  kotalama mergosono bumiayu wonokoyo buring lesanpuro sawojajar madyopuro cemorokandang tlogowaru arjowinangun
  tasikmadu tunggulwulung merjosari tlogomas dinoyo sumbersari ketawanggede jatimulyo tunjungsekar mojolangu tulusrejo
  ciptomulyo gadang kebonsari bandungrejosari tanjungrejo pisangcandi karangbesuki mulyorejo bakalankrajan bandulan
  janti cisadea kendalsari kendalkerep gribig
`);

/** Given names that so many people have that they tell little. */
export const COMMON_GIVEN_NAMES = words(`
  abdul agus ahmad andi bambang budi dedi dewi dian dwi edi eko endang hadi hari heru indra iwan joko made mochamad
  nur nurul puji rina rini siti slamet sri sugeng sulastri tri wahyu wayan yuli yuni
`);

const ONES = 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');
const WRITTEN = new Map([ONES, ROMANS].flatMap((list) => list.map((word, at) => [word, at + 1] as const)));

/** The number that a word writes, in digits, in Roman numerals up to XV or in Indonesian up to eleven; or null. */
export function numberOf(word: string): number | null {
  return /^\d{1,15}$/.test(word) ? Number(word) : (WRITTEN.get(word) ?? null);
}
