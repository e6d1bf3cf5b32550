import { beforeAll, describe, expect, test } from '@jest/globals';
import { Malang } from './malang.js';

/** What the five articles say, article by article: each test is a line of the table in the field notes. */
let malang: Malang;
beforeAll(async () => {
  malang = await Malang.read();
});

describe('Malangvoice, December 2017: the innovation jamboree', () => {
  const achievements = ['top-25-singo', 'top-25-twuin'];

  test('SINGO and TWUIN are two achievements under one TOP 25 award of the province', () => {
    for (const key of achievements) {
      const achievement = malang.get('achievement', key);
      expect(achievement).toMatchObject({ rank: 'TOP 25', level: 'PROVINCE', date: '2017-12-05' });
      expect(malang.key(achievement.award)).toBe('top-25-inovasi-jawa-timur');
    }
    const won = (subject: string) => malang.objects({ kind: 'CONFERRAL', role: 'RECIPIENT', subject });
    expect(achievements.flatMap(won)).toEqual(['singo', 'twuin']);
  });

  test.each(achievements)('%s names conferrer, receiver, on whose behalf, and the event', (subject) => {
    const roles = malang
      .claims({ kind: 'CONFERRAL', subject })
      .map(({ role, object }) => [role, malang.key(object)]);
    expect(roles).toEqual(
      expect.arrayContaining([
        ['CONFERRER', 'soekarwo'],
        ['RECEIVER', 'moch-anton'],
        ['ON_BEHALF_OF', 'pemerintah-kota-malang'],
        ['EVENT', 'jambore-inovasi-jatim-2017'],
      ]),
    );
  });

  test('the owners are an office and the water company; SINGO is at home in Sawojajar, code 35.73.03.1008', () => {
    expect(malang.subjects({ kind: 'PARTICIPATION', object: 'singo' })).toEqual(['kelurahan-sawojajar']);
    expect(malang.subjects({ kind: 'PARTICIPATION', object: 'twuin' })).toEqual(['pdam-kota-malang']);
    expect(malang.get('actor', 'kelurahan-sawojajar').kind).toBe('ORGANIZATION');
    expect(malang.objects({ kind: 'LOCATED_IN', subject: 'singo' })).toEqual(['kelurahan-sawojajar']);
    expect(malang.get('place', 'kelurahan-sawojajar').code).toBe('35.73.03.1008');
    expect(malang.get('place', 'kecamatan-kedungkandang').aliases).toContain('Kecamatan Kedung Kandang');
  });

  test('the jamboree was on 5 December 2017 in a hotel ballroom in Surabaya', () => {
    const jamboree = malang.get('initiative', 'jambore-inovasi-jatim-2017');
    expect(jamboree).toMatchObject({
      kind: 'EVENT',
      start: '2017-12-05',
      end: '2017-12-05',
      endState: 'KNOWN',
    });
    expect(malang.objects({ kind: 'LOCATED_IN', subject: jamboree.key })).toEqual([
      'ballroom-hotel-santika-premier-surabaya',
    ]);
    expect(malang.objects({ kind: 'PART_OF', subject: 'ballroom-hotel-santika-premier-surabaya' })).toEqual([
      'kota-surabaya',
    ]);
  });

  test('the day and the year of the jamboree are cited apart, because the text gives them apart', () => {
    const cited = malang.cited(malang.get('initiative', 'jambore-inovasi-jatim-2017'));
    for (const paragraph of [5, 12])
      expect(cited).toContain(`malangvoice-2017-jambore-inovasi paragraf ${paragraph}`);
  });

  test('One Service One Innovation and reform through IT are policies that the governor urges', () => {
    for (const key of ['one-service-one-innovation', 'reformasi-birokrasi-teknologi-informasi']) {
      expect(malang.get('initiative', key).kind).toBe('POLICY');
      expect(malang.subjects({ kind: 'PARTICIPATION', role: 'ADVISER', object: key })).toEqual(['soekarwo']);
    }
    expect(malang.get('initiative', 'one-service-one-innovation').aliases).toContain(
      'One Service One Inovation',
    );
  });
});

describe('the city site and TribunJatim, February 2021: KIPP 2021', () => {
  test('the workshop, in its third year, was run online from the command centre', () => {
    const workshop = malang.get('initiative', 'workshop-kipp-2021');
    expect(workshop).toMatchObject({ kind: 'EVENT', start: '2021-02-03' });
    expect(workshop.descriptionEn).toMatch(/third year.*online/);
    expect(malang.objects({ kind: 'PART_OF', subject: workshop.key })).toEqual(['kipp-kota-malang-2021']);
    expect(malang.objects({ kind: 'LOCATED_IN', subject: workshop.key })).toEqual(['ngalam-command-center']);
    expect(malang.objects({ kind: 'PART_OF', subject: 'ngalam-command-center' })).toEqual([
      'balai-kota-malang',
    ]);
  });

  test('five cohorts compete: 28 + 57 + 16 + 27 + 195 = 323', () => {
    const object = 'kipp-kota-malang-2021';
    const cohorts = malang
      .subjects({ kind: 'PARTICIPATION', role: 'COMPETITOR', object })
      .map((key) => malang.get('actor', key));
    expect(cohorts.map(({ kind }) => kind)).toEqual(cohorts.map(() => 'COHORT'));
    expect(cohorts.map(({ size }) => size ?? 0).sort((a, b) => a - b)).toEqual([16, 27, 28, 57, 195]);
    expect(cohorts.reduce((sum, { size }) => sum + (size ?? 0), 0)).toBe(323);
    expect(malang.get('initiative', object).description).toContain('323');
  });

  test('two types of proposal were entered', () => {
    const entered = malang.subjects({ kind: 'ENTERED', object: 'kipp-kota-malang-2021' });
    expect(entered).toHaveLength(2);
    for (const key of entered) expect(malang.get('initiative', key).kind).toBe('PROPOSAL');
  });

  test('four named people with their posts on that day', () => {
    const posts = malang
      .claims({ kind: 'AFFILIATION' })
      .filter(({ at }) => at === '2021-02-03')
      .map(({ subject, position, object }) => [malang.key(subject), position, malang.key(object)]);
    expect(posts.sort()).toEqual([
      ['boedi-utomo', 'Kepala Bagian Organisasi Setda Kota Malang', 'bagian-organisasi-setda-kota-malang'],
      ['sutiaji', 'Wali Kota Malang', 'pemerintah-kota-malang'],
      ['wasto', 'Sekretaris Daerah Kota Malang', 'pemerintah-kota-malang'],
      ['wawan-sobari', 'Akademisi', 'fisip-universitas-brawijaya'],
    ]);
  });

  test('the speaker is of a faculty of Universitas Brawijaya, and both articles say so', () => {
    const [speaker] = malang.claims({ kind: 'PARTICIPATION', role: 'SPEAKER', object: 'workshop-kipp-2021' });
    if (speaker === undefined) throw new Error('the workshop has no speaker');
    expect(malang.key(speaker.subject)).toBe('wawan-sobari');
    expect(malang.cited(speaker)).toEqual(
      expect.arrayContaining([
        'malangkota-2021-workshop-kipp paragraf 12',
        'tribunjatim-2021-workshop-kipp paragraf 13',
      ]),
    );
    expect(malang.objects({ kind: 'PART_OF', subject: 'fisip-universitas-brawijaya' })).toEqual([
      'universitas-brawijaya',
    ]);
  });

  test('city-owned enterprises (BUMD) were among those it was for, their number unknown', () => {
    const object = 'workshop-kipp-2021';
    expect(malang.subjects({ kind: 'PARTICIPATION', role: 'BENEFICIARY', object })).toContain('bumd');
    expect(malang.get('actor', 'bumd')).toMatchObject({ kind: 'COHORT', size: null });
  });

  test('Sepasar Pedas won an undated award of the vice-president; a city office initiated it', () => {
    const subject = 'penghargaan-wapres-sepasar-pedas';
    expect(malang.get('achievement', subject)).toMatchObject({ date: null, level: 'NATIONAL' });
    expect(malang.objects({ kind: 'CONFERRAL', role: 'RECIPIENT', subject })).toEqual(['sepasar-pedas']);
    expect(malang.objects({ kind: 'CONFERRAL', role: 'CONFERRER', subject })).toEqual([
      'wakil-presiden-republik-indonesia',
    ]);
    expect(malang.subjects({ kind: 'PARTICIPATION', role: 'INITIATOR', object: 'sepasar-pedas' })).toEqual([
      'dinas-koperasi-perindustrian-dan-perdagangan-kota-malang',
    ]);
  });

  test('Brexit is an innovation of Puskesmas Janti', () => {
    expect(malang.subjects({ kind: 'PARTICIPATION', object: 'brexit-puskesmas-janti' })).toEqual([
      'puskesmas-janti',
    ]);
  });

  test('the regional incentive fund of the central government is the reason for the contest', () => {
    expect(malang.objects({ kind: 'RESULTED_IN', subject: 'dana-insentif-daerah' })).toEqual([
      'kipp-kota-malang-2021',
    ]);
    expect(
      malang.subjects({ kind: 'PARTICIPATION', role: 'FUNDING', object: 'dana-insentif-daerah' }),
    ).toEqual(['pemerintah-pusat']);
  });
});

test('each mayor is mayor on the day that a source says so, and none at another time', () => {
  const mayors = malang
    .claims({ kind: 'AFFILIATION', role: 'HEAD', object: 'pemerintah-kota-malang' })
    .map(({ subject, at }) => [at, malang.key(subject)]);
  expect(mayors.sort()).toEqual([
    ['2017-12-05', 'moch-anton'],
    ['2021-02-03', 'sutiaji'],
    ['2022-08-22', 'sutiaji'],
    ['2024-11-18', 'iwan-kurniawan'],
  ]);
});
