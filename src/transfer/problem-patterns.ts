/**
 * What an import can say of a file, in both languages: the English of a value or a remedy as the program writes it, and
 * the Indonesian for it. `{name}` stands for what the message quotes. What of it is put into
 * Indonesian as well, problem-words.ts says by name: `{place}`, `{kind}` and the like.
 */
export type Pattern = readonly [english: string, indonesian: string];

/** Cells and what a row names: cells.ts, drafts.ts, mapping.ts, references.ts, plan-rows.ts, plan-batch.ts. */
const ROWS: readonly Pattern[] = [
  ['empty', 'kosong'],
  ['fill it in', 'isilah'],
  ['{value} is not a date', '{value} bukan tanggal'],
  ['write 2021-12-31, 2021-12 or 2021', 'tulis 2021-12-31, 2021-12 atau 2021'],
  [
    'write the year with four digits; write 2021-12-31, 2021-12 or 2021',
    'tulis tahun dengan empat angka; tulis 2021-12-31, 2021-12 atau 2021',
  ],
  ['{value} is not a number', '{value} bukan angka'],
  [
    'write 1500000, 1.500.000,50 or 1,5 juta, and a unit in a column of its own',
    'tulis 1500000, 1.500.000,50 atau 1,5 juta, dan satuannya di kolom tersendiri',
  ],
  [
    'write 1500000 or 1,500,000.50, and a unit in a column of its own',
    'tulis 1500000 atau 1,500,000.50, dan satuannya di kolom tersendiri',
  ],
  ['{value} is not a phone number', '{value} bukan nomor telepon'],
  ['personal data (not shown) is not a phone number', 'data pribadi (tidak ditampilkan) bukan nomor telepon'],
  [
    'write one number, such as 0812 3456 7890 or +62 812 3456 7890',
    'tulis satu nomor, misalnya 0812 3456 7890 atau +62 812 3456 7890',
  ],
  ['personal data (not shown) is not a name', 'data pribadi (tidak ditampilkan) bukan nama'],
  ['write at most {max} plain characters', 'tulis paling banyak {max} karakter biasa'],
  ['{value} is not one of the choices', '{value} tidak ada dalam pilihan'],
  ['write one of {words}', 'tulis salah satu dari {words}'],
  ['perhaps {near}; write one of {words}', 'mungkin {near}; tulis salah satu dari {words}'],
  [
    'filled in, but the row names no {record}',
    'terisi, tetapi baris ini tidak menyebut {record} yang dimaksud',
  ],
  ['fill in {place}, or leave this cell empty', 'isi {place}, atau kosongkan sel ini'],
  ['the file has no column {column}', 'berkas ini tidak memiliki kolom {column}'],
  ['sheet {sheet} has no column {column}', 'lembar {sheet} tidak memiliki kolom {column}'],
  ['no {ends} is called {name}', 'tidak ada {ends} bernama {name}'],
  [
    'add a row for it before this one, or mend the name',
    'tambahkan barisnya sebelum baris ini, atau perbaiki namanya',
  ],
  [
    'perhaps {near}; add a row for it before this one, or mend the name',
    'mungkin {near}; tambahkan barisnya sebelum baris ini, atau perbaiki namanya',
  ],
  ['{name} is the name of {count} records: {records}', '{name} adalah nama {count} catatan: {records}'],
  ['write the id of the one that is meant', 'tulis ID catatan yang dimaksud'],
  ['{name} is of kind {kind}', '{name} adalah {kind}'],
  ['{id} is the id of type {kind}', '{id} adalah ID {kind}'],
  ['{id} is not the id of type {kind}', '{id} bukan ID {kind}'],
  ['name {ends}', 'sebutkan {ends}'],
  [
    'copy the id from Jejak, or leave it empty for a new record',
    'salin ID dari Jejak, atau kosongkan untuk catatan baru',
  ],
  ['no record has the id {id}', 'tidak ada catatan dengan ID {id}'],
  ['mend it, or leave it empty for a new record', 'perbaiki, atau kosongkan untuk catatan baru'],
  [
    '{value}, but {place} says {said}, and both rows are one record by name and kind',
    '{value}, tetapi {place} mengatakan {said}, padahal kedua baris adalah satu catatan karena nama dan jenisnya sama',
  ],
  [
    '{value}, but {place} says {said}, and both rows have the key {key}',
    '{value}, tetapi {place} mengatakan {said}, padahal kedua baris memakai kunci {key}',
  ],
  [
    'make the two rows agree, or give each a key of its own',
    'samakan isi kedua baris, atau beri masing-masing kunci sendiri',
  ],
  ['{label} ({id}) was withdrawn', '{label} ({id}) sudah ditarik'],
  ['{label} ({id}) was retracted', '{label} ({id}) sudah dicabut'],
  ['{label} ({id}) was retracted: {reason}', '{label} ({id}) sudah dicabut: {reason}'],
  [
    'revert the change that took it back, or leave the row out',
    'batalkan perubahan yang menariknya, atau hapus baris ini',
  ],
  [
    '{key} is the key of {known} ({id}), and this row says {said}',
    '{key} adalah kunci {known} ({id}), sedangkan baris ini menyebut {said}',
  ],
  [
    'give the row a key of its own, or write the id beside it to rename that record',
    'beri baris ini kunci sendiri, atau tulis juga ID catatan itu untuk mengganti namanya',
  ],
  ['{name} stands in {place}, which is refused', '{name} ada di {place}, yang ditolak'],
  ['mend that row first; this one follows it', 'perbaiki baris itu dahulu; baris ini bergantung padanya'],
];

/** Tables: sheets/table.ts, sheets/csv.ts, sheets/jsonl.ts. */
const TABLES: readonly Pattern[] = [
  ['twice in the header', 'tertulis dua kali di baris judul'],
  ['keep one of the two columns', 'sisakan satu dari kedua kolom'],
  ['the cells {cells} of the header are merged', 'sel {cells} di baris judul digabung'],
  [
    'unmerge them, and write one title above each column, all in one row',
    'lepaskan gabungannya, lalu tulis satu judul di atas setiap kolom, semuanya dalam satu baris',
  ],
  [
    'the cells {cells} are merged, so that only the first of them holds a value',
    'sel {cells} digabung, sehingga hanya sel pertama yang berisi',
  ],
  ['unmerge them, and fill in each', 'lepaskan gabungannya, lalu isi setiap sel'],
  ['a value under no title', 'nilai di luar kolom berjudul'],
  [
    'write a title above the column, or empty the cell',
    'tulis judul di atas kolom itu, atau kosongkan selnya',
  ],
  [
    'the header has {count} columns; drop the extra cells',
    'baris judul memiliki {count} kolom; hapus sel yang berlebih',
  ],
  [
    'the header has {count} columns; drop the extra cells, or put a cell that holds a separator in double quotes',
    'baris judul memiliki {count} kolom; hapus sel yang berlebih, atau apit sel yang memuat pemisah dengan tanda kutip ganda',
  ],
  ['more than {max} columns', 'lebih dari {max} kolom'],
  [
    'delete the columns that are not needed, also those that look empty',
    'hapus kolom yang tidak diperlukan, juga yang tampak kosong',
  ],
  [
    'shorten it, or keep the text in a document and name that',
    'persingkat, atau simpan teksnya dalam dokumen dan sebutkan dokumen itu',
  ],
  ['a text with a character that cannot be shown', 'teks dengan karakter yang tidak dapat ditampilkan'],
  ['type the text again', 'ketik ulang teksnya'],
  [
    'a double quote is opened here and never closed',
    'tanda kutip ganda dibuka di sini dan tidak pernah ditutup',
  ],
  [
    'close it; write a double quote inside a cell twice',
    'tutuplah; tulis tanda kutip ganda di dalam sel dua kali',
  ],
  [
    'close it; write a double quote inside a cell twice; the rows below it are not read until then',
    'tutuplah; tulis tanda kutip ganda di dalam sel dua kali; sebelum itu baris di bawahnya tidak dibaca',
  ],
  [
    'a double quote stands inside a cell that is in double quotes',
    'ada tanda kutip ganda di dalam sel yang diapit tanda kutip ganda',
  ],
  ['write it twice', 'tulis dua kali'],
  [
    'write it twice; the rows below it are not read until then',
    'tulis dua kali; sebelum itu baris di bawahnya tidak dibaca',
  ],
  ['this row is longer than {max} characters', 'baris ini lebih panjang dari {max} karakter'],
  [
    'look for a double quote that is never closed, or shorten the row; the rows below it are not read until then',
    'cari tanda kutip ganda yang tidak ditutup, atau persingkat barisnya; sebelum itu baris di bawahnya tidak dibaca',
  ],
  ['a list of JSON', 'sebuah daftar JSON'],
  [
    'write JSON Lines: one object a line, without brackets and commas around',
    'tulis JSON Lines: satu objek per baris, tanpa kurung siku dan koma di luarnya',
  ],
  ['a line of more than {max} characters', 'sebuah baris lebih dari {max} karakter'],
  [
    'write one object a line, and long text elsewhere',
    'tulis satu objek per baris, dan simpan teks panjang di tempat lain',
  ],
  ['a line that is not JSON', 'baris yang bukan JSON'],
  ['write one whole object a line', 'tulis satu objek utuh per baris'],
  ['a line that is not an object', 'baris yang bukan objek'],
  [
    'write {"title": "value"} with one value a column',
    'tulis {"judul": "nilai"} dengan satu nilai untuk setiap kolom',
  ],
  ['twice in the object', 'tertulis dua kali dalam objek'],
  ['keep one of the two', 'sisakan satu dari keduanya'],
  ['a value under no name', 'nilai tanpa nama'],
  ['name it', 'beri nama'],
  ['a list is no value of a cell', 'sebuah daftar bukan nilai sel'],
  ['an object is no value of a cell', 'sebuah objek bukan nilai sel'],
  ['write text, a number, true, false or null', 'tulis teks, angka, true, false atau null'],
  [
    'a number with more digits than are kept',
    'bilangan dengan lebih banyak angka daripada yang dapat disimpan',
  ],
  ['put it in double quotes', 'apit dengan tanda kutip ganda'],
];

/** Files and workbooks: read-sheets.ts, sheets/text.ts, xlsx/. */
const FILES: readonly Pattern[] = [
  ['{size} bytes, more than {max}', '{size} bita, lebih dari {max}'],
  ['send it in parts', 'kirim sebagian-sebagian'],
  ['an empty file', 'berkas kosong'],
  ['a file of blanks', 'berkas yang hanya berisi spasi'],
  ['choose the file that holds the table', 'pilih berkas yang berisi tabel'],
  ['an old workbook (.xls), or one with a password', 'buku kerja lama (.xls), atau yang memakai kata sandi'],
  ['save it as .xlsx without a password', 'simpan sebagai .xlsx tanpa kata sandi'],
  ['a web page or XML', 'halaman web atau XML'],
  ['save the table as .xlsx or as CSV', 'simpan tabelnya sebagai .xlsx atau CSV'],
  ['cannot be opened ({code})', 'tidak dapat dibuka ({code})'],
  ['give the path of a file that can be read', 'sebutkan berkas yang dapat dibaca'],
  [
    'a byte order mark of UTF-8, and bytes that are not UTF-8',
    'tanda UTF-8 di awal, tetapi isinya bukan UTF-8',
  ],
  ['text in UTF-8 mixed with bytes that are not UTF-8', 'teks UTF-8 bercampur isi yang bukan UTF-8'],
  ['bytes that are not {encoding}', 'isi yang bukan {encoding}'],
  ['bytes that are not text', 'isi yang bukan teks'],
  ['save it as "CSV UTF-8"', 'simpan sebagai "CSV UTF-8"'],
  ['save the table as .xlsx or as "CSV UTF-8"', 'simpan tabelnya sebagai .xlsx atau "CSV UTF-8"'],
  ['a formula without a computed value', 'rumus tanpa hasil hitungan'],
  [
    'open the file in a spreadsheet program and save it, or type the value',
    'buka berkas di program lembar kerja lalu simpan, atau ketik nilainya',
  ],
  [
    'text number {value}, which the workbook does not hold',
    'teks nomor {value}, yang tidak ada dalam buku kerja',
  ],
  ['save the workbook again as .xlsx', 'simpan ulang buku kerja sebagai .xlsx'],
  ['the error {value}', 'kesalahan {value}'],
  ['a number that is none', 'angka yang bukan angka'],
  ['mend the formula, or type the value', 'perbaiki rumusnya, atau ketik nilainya'],
  ['a cell of the unknown type {type}', 'sel berjenis {type}, yang tidak dikenal'],
  ['type the value again', 'ketik ulang nilainya'],
  ['a time of day ({value})', 'jam ({value})'],
  ['format the cell as text and type it again', 'atur format sel sebagai teks, lalu ketik ulang'],
  ['{value} in the format of a date is no date', '{value} dalam format tanggal bukan tanggal'],
  [
    'type the date as text: 2021-12-31, 2021-12 or 2021',
    'ketik tanggalnya sebagai teks: 2021-12-31, 2021-12 atau 2021',
  ],
  [
    'a number with more digits than a spreadsheet keeps',
    'bilangan dengan lebih banyak angka daripada yang disimpan program lembar kerja',
  ],
  [
    'format the column as text and type the number again; digits after the 15th may be lost',
    'atur format kolom sebagai teks, lalu ketik ulang angkanya; angka setelah yang ke-15 mungkin sudah hilang',
  ],
  ['row number {row} after row {before}', 'baris nomor {row} setelah baris {before}'],
  ['cell {cell} is out of place', 'sel {cell} tidak pada tempatnya'],
  ['the name of two sheets', 'nama dua lembar'],
  ['rename one of them', 'ganti nama salah satunya'],
  ['no part of the workbook holds its cells', 'tidak ada bagian buku kerja yang memuat sel-selnya'],
  ['save it again as .xlsx', 'simpan ulang sebagai .xlsx'],
  ['more than {max} merged ranges', 'lebih dari {max} gabungan sel'],
  ['unmerge all cells of the sheet', 'lepaskan semua gabungan sel pada lembar itu'],
  ['more than {max} characters of different texts', 'lebih dari {max} karakter teks yang berlainan'],
  [
    'save each sheet as CSV, or send it in parts',
    'simpan setiap lembar sebagai CSV, atau kirim sebagian-sebagian',
  ],
  ['a zip that holds no Excel workbook', 'berkas zip yang tidak memuat buku kerja Excel'],
  [
    'open it in a spreadsheet program and save it again as .xlsx',
    'buka di program lembar kerja, lalu simpan ulang sebagai .xlsx',
  ],
  ['broken XML ({reason})', 'XML rusak ({reason})'],
  ['XML with a DTD', 'XML dengan DTD'],
  ['XML nested deeper than {max}', 'XML bersarang lebih dalam dari {max}'],
  ['XML that is not UTF-8', 'XML yang bukan UTF-8'],
  ['a text of more than {max} characters', 'teks lebih dari {max} karakter'],
  ['shorten it, and save again', 'persingkat, lalu simpan ulang'],
  ['no part {part} in the workbook', 'tidak ada bagian {part} dalam buku kerja'],
  ['{count} files in the zip, more than {max}', '{count} berkas dalam zip, lebih dari {max}'],
  ['two parts of the name {name} in the workbook', 'dua bagian bernama {name} dalam buku kerja'],
  ['a locked zip', 'berkas zip terkunci'],
  ['save it without a password', 'simpan tanpa kata sandi'],
  [
    'a zip packed in an unknown way ({method})',
    'berkas zip yang dimampatkan dengan cara tak dikenal ({method})',
  ],
  ['{size} bytes once unpacked, more than {max}', '{size} bita setelah dibuka, lebih dari {max}'],
  [
    'contents more than {max} times larger than the file',
    'isi lebih dari {max} kali lebih besar daripada berkasnya',
  ],
  [
    'delete rows and columns that look empty, or save each sheet as CSV',
    'hapus baris dan kolom yang tampak kosong, atau simpan setiap lembar sebagai CSV',
  ],
  ['a broken zip', 'berkas zip rusak'],
  ['more than {max} rows that wait for a review', 'lebih dari {max} baris yang menunggu tinjauan'],
  [
    'send them in several files, things before what points at them, or ask an editor to import them',
    'kirim dalam beberapa berkas, hal-hal sebelum baris yang menunjuknya, atau minta penyunting mengimpornya',
  ],
];

/** Records as a whole: records.ts, change-set.ts, change-references.ts, periods.ts, and zod's own words. */
const RECORDS: readonly Pattern[] = [
  ['is empty; write some text', 'kosong; tulis sesuatu'],
  ['is empty; write some text, or leave it out', 'kosong; tulis sesuatu, atau biarkan kosong'],
  ['is empty; write an id', 'kosong; tulis sebuah ID'],
  [
    'is empty; a claim needs a source that says so',
    'kosong; setiap hubungan memerlukan sumber yang menyatakannya',
  ],
  ['is too long; write at most {max} characters', 'terlalu panjang; tulis paling banyak {max} karakter'],
  ['holds a control character; write plain text', 'memuat karakter kendali; tulis teks biasa'],
  [
    'holds a control character; write plain text on one line',
    'memuat karakter kendali; tulis teks biasa dalam satu baris',
  ],
  [
    'is not a date; write 2021-12-31, 2021-12 or 2021 (EDTF level 1)',
    'bukan tanggal; tulis 2021-12-31, 2021-12 atau 2021 (EDTF tingkat 1)',
  ],
  ['is not a day; write it as 2021-12-31', 'bukan hari; tulis seperti 2021-12-31'],
  ['is not a language; write id or en (BCP 47)', 'bukan bahasa; tulis id atau en (BCP 47)'],
  ['is not a web address; write https://…', 'bukan alamat web; tulis https://…'],
  [
    'holds a space or a control character; write %20 for a space',
    'memuat spasi atau karakter kendali; tulis %20 untuk spasi',
  ],
  [
    'is not a scheme; write one word such as jejak:malang',
    'bukan skema; tulis satu kata seperti jejak:malang',
  ],
  ['is not a currency; write IDR', 'bukan mata uang; tulis IDR'],
  [
    'is for money, and money needs it; write IDR for rupiah, or leave it empty for other kinds',
    'hanya untuk uang, dan wajib untuk uang; tulis IDR untuk rupiah, atau kosongkan untuk bentuk lain',
  ],
  ['is not a checksum; write sha256:<64 hex digits>', 'bukan checksum; tulis sha256:<64 angka heksadesimal>'],
  ['only a COHORT has a size; leave it out', 'hanya kelompok yang memiliki jumlah anggota; kosongkan'],
  ['{kind} has no roles; leave it out', '{kind} tidak memiliki peran; kosongkan'],
  ['{kind} carries none; leave them out', '{kind} tidak memilikinya; kosongkan semuanya'],
  ['{kind} has none; leave it out', '{kind} tidak memilikinya; kosongkan'],
  ['{kind} joins just two', '{kind} hanya menghubungkan dua pihak'],
  ['a claim joins two different records', 'hubungan menyambungkan dua catatan yang berbeda'],
  ['name each party once', 'sebutkan setiap pihak satu kali'],
  [
    'no such record; create it in the same change set or mend the id',
    'tidak ada catatan itu; tambahkan barisnya, atau perbaiki ID-nya',
  ],
  ['the record was withdrawn; name another one', 'catatan itu sudah ditarik; sebutkan yang lain'],
  ['point at a record of type {ends}', 'sebutkan {ends}'],
  ['the stored record is of type {kind}', 'catatan yang tersimpan adalah {kind}'],
  ['{kind} takes {ends} as subject', '{kind} memerlukan {ends} sebagai pihak pertama'],
  ['{kind} takes {ends} as object', '{kind} memerlukan {ends} sebagai pihak kedua'],
  [
    '{kind} joins two of a type, and the subject is {other}',
    '{kind} menghubungkan dua catatan sejenis, dan yang pertama adalah {other}',
  ],
  ['{found}', '{found}'],
  ['{found} "{label}"', '{found} "{label}"'],
  ['endState {kind} with end {end}', 'keadaan akhir "{kind}", padahal tanggal selesai {end}'],
  [
    'write endState KNOWN, or leave the end empty',
    'tulis keadaan akhir "diketahui", atau kosongkan tanggal selesai',
  ],
  ['endState KNOWN without an end', 'keadaan akhir "diketahui" tanpa tanggal selesai'],
  [
    'write the end, or one of ONGOING, ENDED_UNKNOWN, UNKNOWN',
    'tulis tanggal selesai, atau salah satu dari "masih berlangsung", "sudah berakhir", "tidak diketahui"',
  ],
  ['start {start} after end {end}', 'mulai {start} setelah selesai {end}'],
  ['exchange the two, or mend one of them', 'tukar keduanya, atau perbaiki salah satunya'],
  ['at {at} before start {start}', 'pada tanggal {at}, sebelum mulai {start}'],
  ['at {at} after end {end}', 'pada tanggal {at}, setelah selesai {end}'],
  ['write a date inside the period', 'tulis tanggal di dalam masa itu'],
  ['Invalid input: expected int, received number', 'bukan bilangan bulat; tulis angka tanpa koma'],
  ['Invalid input: expected {type}, received {found}', 'bukan isi yang diharapkan; {type} diperlukan'],
  ['Invalid option: expected one of {words}', 'tulis salah satu dari {words}'],
  ['Too small: expected number to be >={min}', 'terlalu kecil; tulis {min} atau lebih'],
  ['Too small: expected number to be >{min}', 'terlalu kecil; tulis lebih dari {min}'],
  ['Too big: expected {type} to be <={max}', 'terlalu besar; tulis paling besar {max}'],
  ['Too big: expected array to have <={max} items', 'terlalu banyak; tulis paling banyak {max}'],
  [
    'Too big: expected string to have <={max} characters',
    'terlalu panjang; tulis paling banyak {max} karakter',
  ],
];

export const PATTERNS: readonly Pattern[] = [...ROWS, ...TABLES, ...FILES, ...RECORDS];
