import { beforeAll, describe, expect, test } from '@jest/globals';
import { Malang } from './malang.js';

/** What the articles of November 2024 and August 2022 say; the earlier ones are in malang-facts.test.ts. */
let malang: Malang;
beforeAll(async () => {
  malang = await Malang.read();
});

describe('the city, November 2024: awards and priority issues', () => {
  const assembly = 'apel-pagi-18-november-2024';

  test('"six awards" and the eight items of the list stand side by side', () => {
    const rivals = malang.claims({
      kind: 'PARTICIPATION',
      role: 'BENEFICIARY',
      subject: 'pemerintah-kota-malang',
      object: assembly,
    });
    const told = rivals.map(({ contributions, status, rank }) => [
      ...contributions.map(({ amount, unit }) => `${amount} ${unit}`),
      status,
      rank,
    ]);
    expect(told.sort()).toEqual([
      ['6 penghargaan', 'VERIFIED', 'NORMAL'],
      ['8 penghargaan', 'ASSERTED', 'NORMAL'],
    ]);
    for (const rival of rivals) {
      expect(malang.cited(rival)).toEqual(['pemkot-2024-panen-penghargaan paragraf 6']);
      expect(rival.note).toMatch(/enam/);
    }
  });

  const handedOver = () => malang.subjects({ kind: 'CONFERRAL', role: 'EVENT', object: assembly });

  test('the eight items are eight achievements of the city government, under six awards', () => {
    const eight = handedOver().map((key) => malang.get('achievement', key));
    expect(eight).toHaveLength(8);
    expect(new Set(eight.map(({ award }) => award)).size).toBe(6);
    for (const { key, date } of eight) {
      expect(date).toBe('2024');
      expect(malang.objects({ kind: 'CONFERRAL', role: 'RECIPIENT', subject: key })).toEqual([
        'pemerintah-kota-malang',
      ]);
    }
  });

  test.each([
    ['amh-kampanye-komunikasi-publik', 'anugerah-media-humas', 'Terbaik Kedua Nasional', 'NATIONAL'],
    ['jatim-pr-program-komunikasi-publik', 'jatim-public-relation-award', 'Terbaik I', 'PROVINCE'],
    ['jatim-pr-rilis-pers', 'jatim-public-relation-award', 'Terbaik II', 'PROVINCE'],
    ['jatim-pr-media-sosial', 'jatim-public-relation-award', 'Terbaik II', 'PROVINCE'],
    ['satu-data-terbaik-iv', 'satu-data-jawa-timur-awards', 'Terbaik IV', 'PROVINCE'],
    ['badan-publik-informatif-2024', 'penghargaan-badan-publik-informatif', null, 'PROVINCE'],
    ['kepatuhan-kualitas-tertinggi', 'penghargaan-kepatuhan-pelayanan-publik', 'Kualitas Tertinggi', null],
    ['bhumandala-nawasena', 'bhumandala', 'Nawasena', null],
  ])('%s is of the award %s, with rank %s', (key, award, rank, level) => {
    const achievement = malang.get('achievement', key);
    expect(malang.key(achievement.award)).toBe(award);
    expect(achievement).toMatchObject({ rank, level });
    expect(handedOver()).toContain(key);
  });

  test('one award in several categories: the three of the Jatim Public Relation Award', () => {
    const categories = malang
      .all('achievement')
      .filter(({ award }) => malang.key(award) === 'jatim-public-relation-award')
      .map(({ category }) => category);
    expect(categories.sort()).toEqual(['Media Sosial', 'Program Komunikasi Publik', 'Rilis Pers']);
  });

  test('a conferrer is named only where the article names one', () => {
    const given = handedOver().flatMap((subject) =>
      malang.claims({ kind: 'CONFERRAL', role: 'CONFERRER', subject }),
    );
    expect(given.map(({ subject, object }) => [malang.key(subject), malang.key(object)])).toEqual([
      ['badan-publik-informatif-2024', 'komisi-informasi-provinsi-jawa-timur'],
    ]);
  });

  test('three of eleven priority issues are in progress, with the province or TSP as the way', () => {
    const issues = malang.all('issue');
    expect(issues).toHaveLength(3);
    for (const { progress, progressAt } of issues)
      expect([progress, progressAt]).toEqual(['IN_PROGRESS', '2024-11-18']);
    expect(malang.objects({ kind: 'ADDRESSES', subject: 'program-11-isu-prioritas' })).toEqual(
      issues.map(({ key }) => key).sort(),
    );
    const ways = [
      ['banjir-kawasan-soekarno-hatta', 'penanganan-banjir-soekarno-hatta', 'pemerintah-provinsi-jawa-timur'],
      ['renovasi-gedung-sekolah-dasar', 'renovasi-gedung-sd-tsp', 'pelaku-usaha-tsp'],
      ['rehabilitasi-tempat-pembuangan-sampah-sementara', 'rehabilitasi-tps-tsp', 'pelaku-usaha-tsp'],
    ] as const;
    for (const [issue, way, actor] of ways) {
      expect(malang.subjects({ kind: 'ADDRESSES', object: issue })).toContain(way);
      expect(malang.subjects({ kind: 'PARTICIPATION', object: way })).toEqual([actor]);
    }
    for (const key of ['renovasi-gedung-sd-tsp', 'rehabilitasi-tps-tsp']) {
      expect(malang.get('initiative', key).kind).toBe('CSR_PROJECT');
      expect(malang.objects({ kind: 'PART_OF', subject: key })).toContain('program-tsp');
    }
    expect(malang.get('actor', 'pelaku-usaha-tsp')).toMatchObject({
      kind: 'COHORT',
      helix: 'BUSINESS',
      size: null,
    });
  });

  test('two events on one day, each with its speaker and its venue', () => {
    const events = malang.all('initiative').filter(({ start }) => start === '2024-11-18');
    const told = events.map(({ key, kind }) => [
      kind,
      ...malang.subjects({ kind: 'PARTICIPATION', role: 'SPEAKER', object: key }),
      ...malang.objects({ kind: 'LOCATED_IN', subject: key }),
    ]);
    expect(told.sort()).toEqual([
      ['EVENT', 'erik-setyo-santoso', 'aula-mini-block-office-kota-malang'],
      ['EVENT', 'iwan-kurniawan', 'halaman-depan-balai-kota-malang'],
    ]);
  });
});

describe('Radio Elfara, August 2022: the hexahelix', () => {
  const policy = 'pembangunan-kolaboratif-hexahelix';

  test('the six helixes as named by the mayor are involved, one cohort each', () => {
    const helixes = malang
      .subjects({ kind: 'PARTICIPATION', role: 'PARTNER', object: policy })
      .filter((key) => key.startsWith('unsur-'))
      .map((key) => malang.get('actor', key));
    expect(helixes.map(({ helix }) => helix).sort()).toEqual([
      'ACADEMIA',
      'BUSINESS',
      'COMMUNITY',
      'FINANCE',
      'GOVERNMENT',
      'MEDIA',
    ]);
    for (const { kind, size } of helixes) expect([kind, size]).toEqual(['COHORT', null]);
  });

  test('the training centre of the ministry of defence visited the city government', () => {
    const visit = malang.get('initiative', 'kunjungan-studi-lapangan-2022');
    expect(visit).toMatchObject({ kind: 'EVENT', start: '2022-08-22' });
    expect(malang.subjects({ kind: 'PARTICIPATION', role: 'HOST', object: visit.key })).toEqual([
      'pemerintah-kota-malang',
    ]);
    expect(malang.objects({ kind: 'PART_OF', subject: visit.key })).toEqual([
      'pelatihan-kepemimpinan-pengawas-2022',
    ]);
    expect(malang.objects({ kind: 'LOCATED_IN', subject: visit.key })).toEqual([
      'ruang-sidang-balai-kota-malang',
    ]);
    expect(malang.objects({ kind: 'AFFILIATION', subject: 'dede-mulyana' })).toEqual([
      'pusdiklat-manajemen-pertahanan',
    ]);
    expect(malang.objects({ kind: 'PART_OF', subject: 'pusdiklat-manajemen-pertahanan' })).toEqual([
      'badiklat-kementerian-pertahanan',
    ]);
    expect(malang.objects({ kind: 'PART_OF', subject: 'badiklat-kementerian-pertahanan' })).toEqual([
      'kementerian-pertahanan',
    ]);
  });

  test('the top-three regional development award has no year, no level and no place within the three', () => {
    const subject = 'tiga-besar-penghargaan-pembangunan-daerah';
    expect(malang.get('achievement', subject)).toMatchObject({ date: null, level: null, rank: 'tiga besar' });
    const recipients = malang.claims({ kind: 'CONFERRAL', role: 'RECIPIENT', subject });
    expect(recipients.map(({ object }) => malang.key(object))).toEqual(['pemerintah-kota-malang']);
    expect(malang.objects({ kind: 'CONFERRAL', role: 'CREDIT', subject })).toEqual([policy]);
  });

  test('thematic musrenbang, merit system and innovative bureaucracy are parts of the transformation', () => {
    expect(malang.subjects({ kind: 'PART_OF', object: 'transformasi-tata-kelola-pemerintahan' })).toEqual([
      'ekosistem-birokrasi-inovatif',
      'manajemen-sdm-sistem-merit',
      'musrenbang-tematik',
    ]);
  });

  test('the smart city has six online services', () => {
    const services = malang
      .subjects({ kind: 'PART_OF', object: 'malang-smart-city' })
      .filter((key) => malang.get('initiative', key).kind === 'SERVICE');
    expect(services).toEqual([
      'adminduk-online',
      'izin-online',
      'lowongan-kerja-online',
      'pemantauan-bahan-pokok',
      'pengaduan-online',
      'titik-cctv-online',
    ]);
  });
});

test('only what no source dates is undated', () => {
  const undated = malang.all('achievement').filter(({ date }) => date === null);
  expect(undated.map(({ key }) => key)).toEqual([
    'penghargaan-wapres-sepasar-pedas',
    'tiga-besar-penghargaan-pembangunan-daerah',
  ]);
});
