import type { Claim, JejakRecord } from '../../src/domain/records.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  anIssue,
  aPlace,
  aSource,
  testId,
} from '../support/builders.js';

type Join = Partial<Omit<Claim, 'subject' | 'object'>> & {
  readonly subject: JejakRecord;
  readonly object: JejakRecord;
};
const times = <T>(n: number, make: (number: number) => T) =>
  Array.from({ length: n }, (_, index) => make(index));

/** Claims with keys of their own, each resting on a source that they all have and on one of `sources`. */
function joiner(sources: readonly JejakRecord[]) {
  let number = 0;
  return (fields: Join): Claim => {
    const one = sources[number % sources.length] as JejakRecord;
    number += 1;
    const evidence = [aSource({ key: 'main' }), one].map(({ id }) => ({ source: id }));
    return aClaim({ key: `claim ${number}`, ...fields, evidence } as Parameters<typeof aClaim>[0]);
  };
}

/**
 * A town in which there are n of everything around a `main` record of each type: n participants and n participations,
 * n posts, n achievements under the award and n recipients, n places within the place, n sources, n rivals.
 */
export function manyOfEverything(n: number): JejakRecord[] {
  const sources = times(n, (k) => aSource({ key: `source ${k}` }));
  const actors = times(n, (k) => anActor({ key: `actor ${k}`, name: `Office ${k}` }));
  const persons = times(n, (k) => anActor({ key: `person ${k}`, kind: 'PERSON', helix: 'MEDIA' }));
  const initiatives = times(n, (k) => anInitiative({ key: `initiative ${k}`, name: `Program ${k}` }));
  const achievements = times(n, (k) => anAchievement({ key: `achievement ${k}`, award: anAward() }));
  const issues = times(n, (k) => anIssue({ key: `issue ${k}` }));
  const places = times(n, (k) => aPlace({ key: `place ${k}` }));
  const [city, place] = [aPlace({ key: 'city', kind: 'CITY' }), aPlace({ key: 'main' })];
  const [actor, initiative] = [anActor({ key: 'main' }), anInitiative({ key: 'main' })];
  const [achievement, issue] = [anAchievement({ key: 'main', award: anAward() }), anIssue({ key: 'main' })];
  const claim = joiner(sources);
  const at = <T>(list: readonly T[], k: number) => list[k] as T;
  const around = (k: number): Claim[] => {
    const [one, other] = [at(actors, k), at(initiatives, k)];
    const takesPart = { kind: 'PARTICIPATION', role: 'IMPLEMENTING' } as const;
    const conferral = { kind: 'CONFERRAL', subject: achievement } as const;
    return [
      claim({ ...takesPart, subject: one, object: initiative, at: '2020' }),
      claim({ ...takesPart, subject: one, object: initiative, at: '2021' }),
      claim({ ...takesPart, subject: actor, object: other }),
      claim({ ...takesPart, subject: one, object: other }),
      claim({ kind: 'AFFILIATION', role: 'HEAD', subject: at(persons, k), object: actor }),
      claim({ kind: 'AFFILIATION', role: 'STAFF', subject: at(persons, k), object: one }),
      claim({ ...conferral, role: 'RECIPIENT', object: other }),
      claim({ ...conferral, role: 'RECIPIENT', object: initiative, at: `20${String(k).padStart(2, '0')}` }),
      claim({ ...conferral, role: 'CONFERRER', object: one }),
      claim({ ...conferral, role: 'RECEIVER', object: one }),
      claim({ ...conferral, role: 'EVENT', object: other }),
      claim({ kind: 'CONFERRAL', role: 'RECIPIENT', subject: at(achievements, k), object: other }),
      claim({ kind: 'RESULTED_IN', role: null, subject: other, object: initiative }),
      claim({ kind: 'PART_OF', role: null, subject: initiative, object: other }),
      claim({ kind: 'PART_OF', role: null, subject: other, object: initiative }),
      claim({ kind: 'ADDRESSES', role: null, subject: other, object: issue }),
      claim({ kind: 'ADDRESSES', role: null, subject: initiative, object: at(issues, k) }),
      claim({ kind: 'LOCATED_IN', role: null, subject: other, object: at(places, k) }),
      claim({ kind: 'LOCATED_IN', role: null, subject: initiative, object: at(places, k) }),
      claim({ kind: 'LOCATED_IN', role: null, subject: issue, object: at(places, k) }),
      claim({ kind: 'PART_OF', role: null, subject: at(places, k), object: place }),
    ];
  };
  return [
    ...[aSource({ key: 'main' }), anAward(), actor, initiative, achievement, issue, city, place],
    ...[sources, actors, persons, initiatives, achievements, issues, places].flat(),
    claim({ kind: 'PART_OF', role: null, subject: place, object: city }),
    claim({ kind: 'LOCATED_IN', role: null, subject: initiative, object: place }),
    ...times(n, around).flat(),
  ];
}

/** A lineage of so many initiatives, each the outcome of the next, with so many participants each. */
export function longLineage(length: number, participants: number): JejakRecord[] {
  const claim = joiner([aSource({ key: 'other' })]);
  const initiatives = times(length, (k) =>
    anInitiative({ key: `stage ${k}`, at: String(2000 + length - k) }),
  );
  const actors = times(length * participants, (k) => anActor({ key: `actor ${k}` }));
  return [
    ...[aSource({ key: 'main' }), aSource({ key: 'other' }), ...initiatives, ...actors],
    ...actors.map((subject, k) =>
      claim({
        kind: 'PARTICIPATION',
        role: 'PARTNER',
        subject,
        object: initiatives[Math.floor(k / participants)] as JejakRecord,
      }),
    ),
    ...initiatives
      .slice(1)
      .map((subject, k) =>
        claim({ kind: 'RESULTED_IN', role: null, subject, object: initiatives[k] as JejakRecord }),
      ),
  ];
}

export const mainId = (type: Parameters<typeof testId>[0]) => testId(type, 'main');
