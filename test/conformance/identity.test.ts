import { expect, test } from '@jest/globals';
import { judgementId } from '../../src/domain/ids.js';
import { idsByNames } from '../../src/store/cypher/names.js';
import { standingRecords } from '../../src/store/cypher/records.js';
import { ties } from '../../src/store/cypher/ties.js';
import { decodeRecord } from '../../src/store/rows.js';
import { search } from '../../src/store/search.js';
import { nameIndexKey } from '../../src/store/write-records.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anInitiative,
  aSource,
  changeSet,
  together,
  update,
} from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { everything, readRecord } from '../support/reading.js';

/**
 * The invariants: records judged to be the same are one for every query, by the one created first; no claim is
 * rewritten; former ids and names lead to it; withdrawing a judgement leads everything back to where it was.
 */
const first = anActor({ key: 'first', name: 'Dinas Lingkungan Hidup' });
const second = anActor({ key: 'second', name: 'DLH Kota', abbreviations: ['DLH'] });
const third = anActor({ key: 'third', name: 'Dinas LH' });
const program = anInitiative();
const claims = [first, second, third].map(({ id }, n) => aClaim({ key: `c${n}`, subject: id }));
const same = (left: typeof first, right: typeof first, fields: object = {}) =>
  aJudgement({ id: judgementId(left.id, right.id), left, right, ...fields });

async function aWorld(stage: Stage): Promise<void> {
  await stage.store.apply(changeSet(first, aSource(), program));
  await stage.store.apply(changeSet(second));
  await stage.store.apply(changeSet(third, ...claims));
}
const subjects = async (stage: Stage) =>
  (await stage.store.read(ties, {})).map(({ subject }) => subject).sort();
const listed = async (stage: Stage) =>
  (await stage.engine.read('MATCH (n:Actor) RETURN n.id AS id ORDER BY id')).map(({ id }) => id);

onEveryEngine((stage) => {
  test('claims on each lead to the record that was created first, and stay as they were made', async () => {
    await aWorld(stage);
    await stage.store.apply(changeSet(same(second, first), same(third, second)));

    expect(await subjects(stage)).toEqual([first.id, first.id, first.id]);
    expect(await listed(stage)).toEqual([first.id]);
    for (const claim of claims) expect(await readRecord(stage.store, claim)).toMatchObject(claim);
  });

  test('former ids and names lead to it', async () => {
    await aWorld(stage);
    await stage.store.apply(changeSet(same(second, first)));

    const rows = await stage.store.read(standingRecords, { ids: [second.id, third.id] });
    expect(rows.map((row) => [row.asked, decodeRecord(row).id]).sort()).toEqual(
      [
        [second.id, first.id],
        [third.id, third.id],
      ].sort(),
    );
    const { hits } = await search(stage.store, { query: 'DLH', types: ['actor'] });
    expect(hits.map(({ record }) => record.id)).toEqual([first.id]);
    const called = await stage.store.read(idsByNames, { keys: [nameIndexKey('actor', 'dlh kota')] });
    expect(called.map(({ id }) => id)).toEqual([first.id]);
  });

  test('a claim made later on a former id is one on the record that stands', async () => {
    await aWorld(stage);
    await stage.store.apply(changeSet(same(second, first)));
    const later = aClaim({ key: 'later', role: 'FUNDING', subject: second });
    await stage.store.apply(changeSet(later));

    expect(await subjects(stage)).toEqual([first.id, first.id, first.id, third.id].sort());
    expect(await readRecord(stage.store, later)).toMatchObject({ subject: second.id });
  });

  test('withdrawing a judgement leads everything back', async () => {
    await aWorld(stage);
    const before = await derived(stage);
    await stage.store.apply(changeSet(same(second, first), same(third, second)));
    await stage.store.apply(update(same(second, first, { withdrawn: true })));

    expect(await subjects(stage)).toEqual([first.id, second.id, second.id].sort());
    await stage.store.apply(update(same(third, second, { withdrawn: true })));
    expect(await derived(stage)).toEqual(before);
  });

  test('a judgement that they are not the same, or an unsure one, moves nothing', async () => {
    await aWorld(stage);
    const before = await derived(stage);
    await stage.store.apply(
      changeSet(same(second, first, { verdict: 'NEGATIVE' }), same(third, first, { verdict: 'UNSURE' })),
    );

    expect(await derived(stage)).toEqual(before);
  });

  test('two ends of a claim cannot be the same, nor a claim join one record to itself', async () => {
    await aWorld(stage);
    const part = aClaim({ key: 'part', kind: 'PART_OF', role: null, subject: second, object: first });
    await stage.store.apply(changeSet(part));
    await expect(stage.store.apply(changeSet(same(second, first)))).rejects.toThrow(
      /joins "Dinas Lingkungan Hidup" .* to itself.*retract the claim/,
    );

    await stage.store.apply(update({ ...part, status: 'RETRACTED', statusReason: 'salah baca' }));
    await stage.store.apply(changeSet(same(second, first)));
    const again = aClaim({ key: 'again', kind: 'PART_OF', role: null, subject: first, object: second });
    await expect(stage.store.apply(changeSet(again))).rejects.toThrow(/to itself/);
  });

  test('a merged record can be corrected, and stays merged', async () => {
    await aWorld(stage);
    await stage.store.apply(changeSet(same(second, first)));
    await stage.store.apply(update({ ...second, name: 'DLH Kota Malang' }, { ...first, note: 'dipakai' }));

    expect(await listed(stage)).toEqual([first.id, third.id].sort());
    expect(await subjects(stage)).toEqual([first.id, first.id, third.id].sort());
    const { hits } = await search(stage.store, { query: 'DLH Kota Malang', types: ['actor'] });
    expect(hits[0]?.record.id).toBe(first.id);
  });

  test('evidence and agreements move as well', async () => {
    await aWorld(stage);
    const other = aSource({ key: 'other' });
    const agreement = aClaim({
      key: 'agreement',
      kind: 'AGREEMENT',
      role: null,
      subject: anActor({ key: 'x' }),
      object: anActor({ key: 'y' }),
      parties: [second, anActor({ key: 'z' })],
      evidence: [
        { source: other, locator: 'paragraf 1' },
        { source: other, locator: 'paragraf 2' },
      ],
    });
    await stage.store.apply(changeSet(other, ...['x', 'y', 'z'].map((key) => anActor({ key })), agreement));
    await stage.store.apply(
      together(
        changeSet(same(second, first)),
        changeSet(aJudgement({ key: 's', left: aSource(), right: other })),
      ),
    );

    const rows = await stage.store.read(standingRecords, { ids: [agreement.id] });
    const seen = rows.map(decodeRecord)[0];
    expect(seen).toMatchObject({ parties: [first.id, anActor({ key: 'z' }).id] });
    expect(seen?.evidence.map(({ source, locator }) => [source, locator])).toEqual([
      [aSource().id, 'paragraf 1'],
      [aSource().id, 'paragraf 2'],
    ]);
    expect(await readRecord(stage.store, agreement)).toMatchObject(agreement);
  });
});

/** What the graph holds apart from history and judgements. */
async function derived(stage: Stage): Promise<string[]> {
  return (await everything(stage.engine)).filter(
    (line) => !/judgement|Change|TOUCHED|LEFT|RIGHT|"Meta"/.test(line),
  );
}
