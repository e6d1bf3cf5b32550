import { z } from 'zod';
import { INITIATIVE_SCORES, PARTNER_SCORES, type PairScore, scorePairs } from '../link-scores.js';
import { type Json, type Measure, type MeasureInput, type MeasureValue, ofNetwork } from '../measure.js';
import { projectOn } from '../project.js';
import { rankingQuality, roundedScore, type Scored } from '../ranking-quality.js';
import { ACTOR, isTied, type SimpleNetwork } from '../simple-network.js';
import { type Training, trainingOf } from '../training.js';

/**
 * How well the scores of link-scores.ts would have foretold what came later: they see only the participations that began
 * up to a cutoff (training.ts), rank all pairs active and not linked by then, and are held against those linked later. Every
 * pair is ranked: O(candidates) time for each score, but no memory for them.
 */

/** What is ranked: for each of `firsts` its candidates, those that are not tied in the network that scores see. */
interface Trial {
  readonly network: SimpleNetwork;
  readonly later: SimpleNetwork;
  readonly firsts: readonly number[];
  candidatesOf(first: number): Iterable<number>;
}

/** Actors by their projection; its i-th node is the i-th actor. */
function partnersTrial({ known, whole, actors }: Training): Trial {
  const [network, later] = [projectOn(known, ACTOR), projectOn(whole, ACTOR)];
  const places = new Map(network.ids.map((id, place) => [id, place]));
  const firsts = actors.map((actor) => places.get(known.ids[actor] as string) as number);
  const inOrder = firsts.toSorted((a, b) => a - b);
  const candidatesOf = (first: number) =>
    inOrder.filter((other) => other > first && !isTied(network, first, other));
  return { network, later, firsts, candidatesOf };
}

function initiativesTrial({ known, whole, actors, initiatives }: Training): Trial {
  const candidatesOf = (actor: number) =>
    initiatives.filter((initiative) => !isTied(known, actor, initiative));
  return { network: known, later: whole, firsts: actors, candidatesOf };
}

function* scoredPairs(
  { network, later, firsts, candidatesOf }: Trial,
  scoreOn: PairScore,
): Generator<Scored> {
  const score = scoreOn(network);
  for (const first of firsts) {
    const scoreOf = score(first);
    for (const other of candidatesOf(first)) yield [scoreOf(other), isTied(later, first, other)];
  }
}

function evaluation(
  trialOf: (training: Training) => Trial,
  scores: Readonly<Record<string, PairScore>>,
): (input: MeasureInput, parameters: { cutoff: number | null }) => MeasureValue | null {
  return (input, { cutoff }) => {
    const training = trainingOf(input, cutoff);
    if (training === null) return null;
    const trial = trialOf(training);
    const qualities = Object.entries(scores).map(([name, scoreOn]): [string, Json] => [
      name,
      rankingQuality(scoredPairs(trial, scoreOn)),
    ]);
    return ofNetwork({ cutoff: training.cutoff, ...Object.fromEntries(qualities) });
  };
}

/** The candidates in the order of their keys, up to a limit, with all scores. */
function initiativeScores(training: Training, limit: number): MeasureValue {
  const { network, firsts, candidatesOf } = initiativesTrial(training);
  const pairs: Array<readonly [number, number]> = [];
  for (const actor of firsts) {
    if (pairs.length === limit) break;
    for (const initiative of [...candidatesOf(actor)].slice(0, limit - pairs.length))
      pairs.push([actor, initiative]);
  }
  const columns = Object.entries(scorePairs(network, pairs, INITIATIVE_SCORES)).map(
    ([name, scores]): [string, Float64Array] => [name, scores.map(roundedScore)],
  );
  return { of: 'PAIRS', pairs, columns: Object.fromEntries(columns) };
}

const cutoff = z
  .int()
  .nullable()
  .default(null)
  .describe(
    'Scores see the participations that began up to here; null: the lower median of all starts / Batas akhir masa belajar; null: median bawah semua awal',
  );
const evaluationParameters = z.strictObject({ cutoff });
const scoreParameters = z.strictObject({
  cutoff,
  limit: z
    .int()
    .min(1)
    .default(300)
    .describe(
      'How many pairs to show at most, in the order of their ids / Banyaknya pasangan yang ditampilkan',
    ),
});

const QUALITY =
  'auc: the chance that a pair linked later scores above one that was not, ties ½; precisionAtk: the share of the best k that was linked later, ties by id (_idTies) or in the mean over their orders (_expected); baseRate: the share of all candidates';
const undefinedWhen = {
  id: 'Perlu tanggal mulai. auc tidak terdefinisi, dan yang lain tidak ditampilkan, bila tidak ada atau semua pasangan terhubung kemudian; precisionAtk bila calonnya kurang dari k.',
  en: 'Needs starts. auc is undefined, and the rest is left out, when none or all of the pairs were linked later; precisionAtk for fewer than k candidates.',
};
const common = { forms: ['TWO_MODE'], weighted: false, undefinedWhen } as const;

const SCORES: Measure<z.output<typeof scoreParameters>> = {
  ...common,
  id: 'linkScoresOrgProgramme',
  names: { id: 'Calon peserta kegiatan', en: 'Scores of actors for initiatives' },
  definition: {
    id: 'Pasangan pelaku dan kegiatan yang belum terhubung sampai batas waktu, dengan lima skor. Skor adalah dugaan dari pola jaringan, bukan anjuran; lihat dulu seberapa baik skor itu menebak masa lalu (linkEvalOrgProgramme).',
    en: 'Pairs of an actor and an initiative that were not linked by the cutoff, with five scores. A score is a guess from the pattern of the network, not advice; see first how well it foretells the past (linkEvalOrgProgramme).',
  },
  formula:
    'chains a – q – b – p: popularity k_p; preferentialAttachment k_a k_p; collaborativeJaccard Σ_b |N(a) ∩ N(b)| / |N(a) ∪ N(b)|, b the participants of p; paths3 the number of chains; degreeNormalisedL3 Σ 1/√(k_q k_b); rounded to 12 decimals',
  range: '0 and more',
  undefinedWhen: { id: 'Perlu tanggal mulai.', en: 'Needs starts.' },
  citations: ['kovacs-2019', 'jaccard-1912', 'liben-nowell-kleinberg-2007'],
  cost: 'O(Σ d²) for the actors shown, d the degrees',
  parameters: scoreParameters,
  compute: (input, { cutoff: given, limit }) => {
    const training = trainingOf(input, given);
    return training === null ? null : initiativeScores(training, limit);
  },
};

const PARTNERS: Measure<z.output<typeof evaluationParameters>> = {
  ...common,
  id: 'linkEvalOrgOrg',
  names: { id: 'Uji tebakan mitra', en: 'Evaluation of partner prediction' },
  definition: {
    id: 'Seberapa baik lima skor calon mitra menebak siapa yang kemudian bertemu, dibandingkan dengan tingkat dasar dan dengan sekadar memilih yang paling terhubung (preferentialAttachment).',
    en: 'How well the five scores of partners foretell who met later, beside the base rate and the popularity baseline (preferentialAttachment).',
  },
  formula: `${QUALITY}. Candidates: pairs of actors active by the cutoff that had not met; scores on their unweighted projection of what began by then`,
  range: '0 to 1; auc ½ is guessing',
  citations: ['liben-nowell-kleinberg-2007', 'yang-2015', 'hanley-mcneil-1982', 'mcsherry-najork-2008'],
  cost: 'O(n²), n the active actors',
  parameters: evaluationParameters,
  compute: evaluation(partnersTrial, PARTNER_SCORES),
};

const INITIATIVES: Measure<z.output<typeof evaluationParameters>> = {
  ...common,
  id: 'linkEvalOrgProgramme',
  names: { id: 'Uji tebakan keikutsertaan', en: 'Evaluation of participation prediction' },
  definition: {
    id: 'Seberapa baik lima skor menebak pelaku mana yang kemudian ikut kegiatan mana, dibandingkan dengan tingkat dasar dan dengan sekadar memilih kegiatan yang ramai (popularity).',
    en: 'How well the five scores foretell which actor later took part in which initiative, beside the base rate and the popularity baseline.',
  },
  formula: `${QUALITY}. Candidates: an actor and an initiative active by the cutoff and not linked by then`,
  range: '0 to 1; auc ½ is guessing',
  citations: [
    'kovacs-2019',
    'liben-nowell-kleinberg-2007',
    'yang-2015',
    'hanley-mcneil-1982',
    'mcsherry-najork-2008',
  ],
  cost: 'O(n p), n the active actors, p the active initiatives',
  parameters: evaluationParameters,
  compute: evaluation(initiativesTrial, INITIATIVE_SCORES),
};

export const LINK_EVALUATIONS: readonly Measure[] = [SCORES, PARTNERS, INITIATIVES];
