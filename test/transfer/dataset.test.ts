import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { JejakError, type Problem } from '../../src/domain/errors.js';
import { idOf } from '../../src/domain/ids.js';
import type { Claim } from '../../src/domain/records.js';
import { readDataset } from '../../src/transfer/dataset.js';

const MANIFEST = {
  scheme: 'jejak:hamlet',
  title: 'Dusun',
  titleEn: 'Hamlet',
  license: 'CC0-1.0',
  invented: true,
  by: 'test',
  why: 'To try the loader',
};

/** A dataset without a fault: a person in an office, and the source that says so. */
const GOOD: Readonly<Record<string, string>> = {
  'dataset.json': JSON.stringify(MANIFEST),
  'sources.csv': 'key,kind,title,paragraphs\nnews,ARTICLE,"Hamlet, daily",3\n',
  'actors.csv':
    'key,name,kind,helix,aliases,size\noffice,Village Office,ORGANIZATION,GOVERNMENT,,\nani,Ani,PERSON,GOVERNMENT,Bu Ani|Ani S.,\n',
  'claims.csv':
    'key,kind,role,subject,object,position,at\nani-heads,AFFILIATION,HEAD,actor:ani,actor:office,Head,2021\n',
  'evidence.csv': 'of,source,paragraph,paraphrase\nclaim:ani-heads,news,2,Ani heads the office.\n',
};

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** A folder with the good dataset, but for the files given; null leaves a file out. */
async function folderWith(files: Readonly<Record<string, string | Buffer | null>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jejak-dataset-'));
  folders.push(folder);
  for (const [name, content] of Object.entries({ ...GOOD, ...files }))
    if (content !== null) await writeFile(join(folder, name), content);
  return folder;
}

async function refusal(folder: string): Promise<JejakError> {
  try {
    await readDataset(folder);
  } catch (error) {
    if (error instanceof JejakError) return error;
    throw error;
  }
  throw new Error('the dataset was accepted');
}

/** The problems of the good dataset with these files instead. */
async function problemsWith(files: Parameters<typeof folderWith>[0]): Promise<readonly Problem[]> {
  return (await refusal(await folderWith(files))).problems;
}

const claims = (...rows: string[]) =>
  `key,kind,role,subject,object,position,start,end,endState,at\n${rows.join('\n')}\n`;

describe('a dataset without a fault', () => {
  test('becomes a change set that creates its records, what is pointed at first', async () => {
    const { changeSet, ...about } = await readDataset(await folderWith({}));
    expect(about).toEqual({
      scheme: 'jejak:hamlet',
      title: 'Dusun',
      titleEn: 'Hamlet',
      license: 'CC0-1.0',
      invented: true,
    });
    expect(changeSet).toMatchObject({ by: 'test', why: 'To try the loader' });
    expect(changeSet.operations.map(({ op, record }) => [op, record.type])).toEqual([
      ['create', 'source'],
      ['create', 'actor'],
      ['create', 'actor'],
      ['create', 'claim'],
    ]);
  });

  test('resolves keys, lists, paragraphs, and keeps the key as an identifier', async () => {
    const identifiers =
      'key,name,kind,helix,aliases,identifiers\noffice,Office,ORGANIZATION,GOVERNMENT,,iati ID-1|wd Q 2\nani,Ani,PERSON,GOVERNMENT,Bu Ani|Ani S.,\n';
    const { changeSet } = await readDataset(await folderWith({ 'actors.csv': identifiers }));
    const [, office, ani, claim] = changeSet.operations.map(({ record }) => record);
    const id = (type: 'actor' | 'source', key: string) => idOf(type, 'jejak:hamlet', key);
    expect(office?.identifiers).toEqual([
      { scheme: 'jejak:hamlet', id: 'office' },
      { scheme: 'iati', id: 'ID-1' },
      { scheme: 'wd', id: 'Q 2' },
    ]);
    expect(ani).toMatchObject({ id: id('actor', 'ani'), aliases: ['Bu Ani', 'Ani S.'], size: null });
    expect(claim).toMatchObject({ subject: id('actor', 'ani'), object: id('actor', 'office'), at: '2021' });
    expect(claim?.evidence).toMatchObject([{ source: id('source', 'news'), locator: 'paragraf 2' }]);
  });

  test('reads contributions, parties and the locator of a table', async () => {
    const { changeSet } = await readDataset(
      await folderWith({
        'actors.csv': `${GOOD['actors.csv']}bank,Bank,ORGANIZATION,FINANCE,,\n`,
        'claims.csv': 'key,kind,subject,object,parties\nmou,AGREEMENT,actor:office,actor:bank,actor:ani\n',
        'evidence.csv': 'of,source,locator,paraphrase\nclaim:mou,news,baris 3,They agree.\n',
        'contributions.csv': 'of,kind,amount,currency,unit,description\nmou,MONEY,1500000.50,IDR,,Pledged\n',
      }),
    );
    const mou = changeSet.operations.at(-1)?.record as Claim;
    expect(mou.parties).toEqual([idOf('actor', 'jejak:hamlet', 'ani')]);
    expect(mou.evidence[0]?.locator).toBe('baris 3');
    expect(mou.contributions).toEqual([
      { kind: 'MONEY', amount: 1500000.5, currency: 'IDR', unit: null, description: 'Pledged' },
    ]);
  });

  test('may have a byte order mark, CRLF, blank lines and empty columns', async () => {
    const sources = '\uFEFFkey,kind,title,paragraphs,\r\n\r\nnews,ARTICLE, Daily ,3,\r\n,,,,\r\n';
    const { changeSet } = await readDataset(await folderWith({ 'sources.csv': sources }));
    expect(changeSet.operations[0]?.record).toMatchObject({ title: 'Daily' });
  });
});

describe('the folder and its manifest', () => {
  test('a missing folder', async () => {
    const error = await refusal('/nowhere/at/all');
    expect(error.code).toBe('NOT_FOUND');
    expect(error.message).toContain(
      '/nowhere/at/all: no such folder; give the folder that holds dataset.json',
    );
  });

  test('a file instead of a folder', async () => {
    const error = await refusal(join(await folderWith({}), 'dataset.json'));
    expect(error.message).toContain('cannot be read as a folder');
  });

  test('a missing dataset.json', async () => {
    const [problem] = await problemsWith({ 'dataset.json': null });
    expect(problem).toMatchObject({
      code: 'NOT_FOUND',
      place: 'dataset.json',
      value: 'missing or unreadable',
    });
  });

  test('a dataset.json that is no JSON', async () => {
    expect(await problemsWith({ 'dataset.json': '{"scheme":' })).toMatchObject([
      { place: 'dataset.json', value: 'not JSON' },
    ]);
  });

  test('a manifest with a missing, a wrong and an unknown field', async () => {
    const { why: _why, ...rest } = MANIFEST;
    const manifest = JSON.stringify({ ...rest, scheme: 'two words', extra: 1 });
    expect((await problemsWith({ 'dataset.json': manifest })).map(({ place }) => place).sort()).toEqual([
      'dataset.json',
      'dataset.json, scheme',
      'dataset.json, why',
    ]);
  });

  test('a folder without records', async () => {
    const none = Object.fromEntries(Object.keys(GOOD).map((name) => [name, null]));
    const problems = await problemsWith({ ...none, 'dataset.json': JSON.stringify(MANIFEST) });
    expect(problems).toMatchObject([{ value: 'no records' }]);
  });

  test('a table that is not one of a dataset', async () => {
    expect(await problemsWith({ 'actor.csv': 'key\n' })).toMatchObject([{ place: 'actor.csv' }]);
  });

  test('a table that cannot be read', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'issues.csv'));
    expect((await refusal(folder)).problems).toMatchObject([
      { place: 'issues.csv', value: 'cannot be read' },
    ]);
  });
});

describe('a table', () => {
  test('with an unknown column', async () => {
    expect(
      await problemsWith({ 'sources.csv': 'key,kind,title,colour\nnews,ARTICLE,Daily,red\n' }),
    ).toMatchObject([
      { place: 'sources.csv, row 1, column "colour"', value: '"colour" is an unknown column' },
    ]);
  });

  test('with semicolons', async () => {
    const problems = await problemsWith({ 'sources.csv': 'key;kind;title\nnews;ARTICLE;Daily\n' });
    expect(problems[0]?.remedy).toBe('separate the cells with commas, not semicolons');
  });

  test('with a column twice', async () => {
    const problems = await problemsWith({
      'sources.csv': 'key,kind,title,title\nnews,ARTICLE,Daily,Weekly\n',
    });
    expect(problems).toMatchObject([
      { place: 'sources.csv, row 1, column "title"', value: 'twice in the header' },
    ]);
  });

  test('without its key column', async () => {
    const problems = await problemsWith({ 'sources.csv': 'kind,title\nARTICLE,Daily\n' });
    expect(problems).toContainEqual(
      expect.objectContaining({ place: 'sources.csv, row 1', value: 'no column "key"' }),
    );
  });

  test('with a row that has no key', async () => {
    const problems = await problemsWith({ 'sources.csv': `${GOOD['sources.csv']},ARTICLE,Weekly,\n` });
    expect(problems).toMatchObject([{ place: 'sources.csv, row 3, column "key"', value: 'empty' }]);
  });

  test('with a key twice', async () => {
    const problems = await problemsWith({ 'sources.csv': `${GOOD['sources.csv']}news,ARTICLE,Weekly,\n` });
    expect(problems).toMatchObject([
      {
        code: 'CONFLICT',
        place: 'sources.csv, row 3, column "key"',
        value: '"news" is also the key of sources.csv, row 2',
      },
    ]);
  });

  test('with a key that is not one', async () => {
    const problems = await problemsWith({
      'sources.csv': `${GOOD['sources.csv']}The News,ARTICLE,Weekly,\n`,
    });
    expect(problems).toMatchObject([
      { place: 'sources.csv, row 3, column "key"', value: '"The News" is not a key' },
    ]);
  });

  test('with more cells than columns', async () => {
    const problems = await problemsWith({ 'sources.csv': 'key,kind,title\nnews,ARTICLE,Hamlet, daily\n' });
    expect(problems).toMatchObject([{ place: 'sources.csv, row 2', value: '4 cells under 3 columns' }]);
  });

  test('with a quote left open, counted in rows as a spreadsheet shows them', async () => {
    const problems = await problemsWith({
      'sources.csv': 'key,kind,title\nold,ARTICLE,"two\nlines"\nnews,ARTICLE,"open\n',
    });
    expect(problems).toMatchObject([
      { place: 'sources.csv, row 3', value: 'a double quote is opened here and never closed' },
    ]);
  });

  test('with a quote where none may be', async () => {
    const problems = await problemsWith({ 'sources.csv': 'key,kind,title\nnews,ARTICLE,The "Daily"\n' });
    expect(problems[0]).toMatchObject({ place: 'sources.csv, row 2' });
    expect(problems[0]?.remedy).toContain('write one inside it twice');
  });

  test('that is not UTF-8', async () => {
    const problems = await problemsWith({
      'sources.csv': Buffer.from('key,kind,title\nnews,ARTICLE,Caf\xe9\n', 'latin1'),
    });
    expect(problems[0]).toMatchObject({ place: 'sources.csv', value: 'bytes that are not UTF-8' });
  });
});

describe('a cell', () => {
  test.each(['many', '1.000', '1,5', '1e3'])('that is no number: %s', async (size) => {
    const actors = `${GOOD['actors.csv']}all,All,COHORT,GOVERNMENT,,"${size}"\n`;
    expect(await problemsWith({ 'actors.csv': actors })).toMatchObject([
      { place: 'actors.csv, row 4, column "size"', value: `"${size}" is not a number` },
    ]);
  });

  test('that is no identifier', async () => {
    const sources = 'key,kind,title,identifiers\nnews,ARTICLE,Daily,isbn\n';
    expect(await problemsWith({ 'sources.csv': sources })).toMatchObject([
      { place: 'sources.csv, row 2, column "identifiers"', value: '"isbn" is not an identifier' },
    ]);
  });

  test.each([
    ['nobody', '"nobody" is not a reference', 'BAD_USER_INPUT'],
    ['person:ani', '"person:ani" is not a reference', 'BAD_USER_INPUT'],
    ['actor:nobody', 'no actor has the key "nobody"', 'NOT_FOUND'],
  ])('that points nowhere: %s', async (reference, value, code) => {
    const row = `ani-heads,AFFILIATION,HEAD,${reference},actor:office,,,,,`;
    expect(await problemsWith({ 'claims.csv': claims(row) })).toMatchObject([
      { place: 'claims.csv, row 2, column "subject"', value, code },
    ]);
  });

  test('of evidence that names no record, no source, or a paragraph past the end', async () => {
    const evidence = `${GOOD['evidence.csv']}actor:nobody,news,1,x\nclaim:ani-heads,gossip,1,x\nclaim:ani-heads,news,4,x\nclaim:ani-heads,news,two,x\n`;
    expect(
      (await problemsWith({ 'evidence.csv': evidence })).map(({ place, value }) => `${place}: ${value}`),
    ).toEqual([
      'evidence.csv, row 3, column "of": no actor has the key "nobody"',
      'evidence.csv, row 4, column "source": no source has the key "gossip"',
      'evidence.csv, row 5, column "paragraph": "4" is past the end of the source, which has 3 paragraphs',
      'evidence.csv, row 6, column "paragraph": "two" is not a paragraph number',
    ]);
  });

  test('of evidence with a paragraph beside a locator', async () => {
    const evidence = 'of,source,paragraph,locator\nclaim:ani-heads,news,1,hlm. 2\n';
    expect(await problemsWith({ 'evidence.csv': evidence })).toMatchObject([
      { place: 'evidence.csv, row 2, column "paragraph"', value: '"1" stands beside a locator' },
    ]);
  });

  test('of contributions that names no claim', async () => {
    const contributions = 'of,kind\nani-pays,KNOWLEDGE\n';
    expect(await problemsWith({ 'contributions.csv': contributions })).toMatchObject([
      { place: 'contributions.csv, row 2, column "of"', value: 'no claim has the key "ani-pays"' },
    ]);
  });
});

describe('what the domain refuses is told by file and row', () => {
  const told = async (files: Parameters<typeof folderWith>[0]) =>
    (await problemsWith(files)).map(({ place, value, remedy }) => `${place}: ${value}; ${remedy}`);

  test('a field, a period and a role', async () => {
    const row = (key: string, rest: string) => `${key},AFFILIATION,${rest}`;
    const files = {
      'claims.csv': claims(
        row('a', 'HEAD,actor:ani,actor:office,Head,32/13/2021,,,'),
        row('b', 'HEAD,actor:ani,actor:office,Head,2021,2020,KNOWN,'),
        row('c', 'BOSS,actor:ani,actor:office,Head,,,,'),
      ),
      'evidence.csv': 'of,source,paragraph\nclaim:a,news,1\nclaim:b,news,1\nclaim:c,news,1\n',
    };
    expect(await told(files)).toEqual([
      'claims.csv, row 2, column "start": "32/13/2021"; is not a date; write 2021-12-31, 2021-12 or 2021 (EDTF level 1)',
      'claims.csv, row 3, columns "start", "end", "endState", "at": start 2021 after end 2020; exchange the two, or mend one of them',
      'claims.csv, row 4, column "role": "BOSS"; write one of HEAD, OFFICER, STAFF, MEMBER',
    ]);
  });

  test('a required cell left empty', async () => {
    expect(await told({ 'sources.csv': 'key,kind,title\nnews,ARTICLE,\n' })).toEqual([
      'sources.csv, row 2, column "title": empty; fill it in',
    ]);
  });

  test('a claim without evidence', async () => {
    expect(await told({ 'evidence.csv': null })).toEqual([
      'claims.csv, row 2: "[]"; is empty; a claim needs a source that says so (in evidence.csv)',
    ]);
  });

  test('a cell of evidence.csv and of contributions.csv', async () => {
    const files = {
      'claims.csv': 'key,kind,subject,object\nmou,AGREEMENT,actor:office,actor:ani\n',
      'evidence.csv': 'of,source,paraphrase,language\nclaim:mou,news,x,\nclaim:mou,news,x,i\n',
      'contributions.csv': 'of,kind,amount,currency\nmou,MONEY,5,\n',
    };
    const found = (await told(files)).map((line) => line.split(':')[0]);
    expect(found).toEqual([
      'evidence.csv, row 3, column "language"',
      'contributions.csv, row 2, column "currency"',
    ]);
  });

  test('an end that the relation does not allow, by key and not by id', async () => {
    const row = 'ani-heads,AFFILIATION,HEAD,actor:office,actor:ani,,,,,';
    const [subject] = await told({ 'claims.csv': claims(row) });
    expect(subject).toBe(
      'claims.csv, row 2, column "subject": actor ORGANIZATION "actor:office"; AFFILIATION takes PERSON as subject',
    );
  });
});

test('all problems of all tables are found at once', async () => {
  const error = await refusal(
    await folderWith({
      'sources.csv': 'key,kind,title,paragraphs\nnews,RUMOUR,Daily,three\n',
      'claims.csv': claims('ani-heads,AFFILIATION,HEAD,actor:ani,actor:nobody,,,,,yesterday'),
    }),
  );
  expect(error.code).toBe('BAD_USER_INPUT');
  expect(error.message).toContain('4 problems');
  expect(error.problems.map(({ place }) => place).sort()).toEqual([
    'claims.csv, row 2, column "at"',
    'claims.csv, row 2, column "object"',
    'sources.csv, row 2, column "kind"',
    'sources.csv, row 2, column "paragraphs"',
  ]);
});
