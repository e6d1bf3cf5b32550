import { type Alignment, align } from './identity-align.js';
import { type Names, type ParsedName, telling } from './identity-names.js';
import { type Finding, finding, type ReasonCode } from './identity-reasons.js';
import { LEVELS, REGIONS } from './identity-words.js';

/** What the names of two records say about their being the same. Weights are in bits; see identity.ts. */
export interface NameEvidence {
  readonly reasons: readonly Finding[];
  /** Years in the two main names. */
  readonly years: { readonly left: readonly number[]; readonly right: readonly number[] };
}

/** The strongest that equal names weigh, and what names weigh that tell little ("Bagian Umum") and much. */
const SAME = { most: 9, base: 4, telling: 4 };
/** A name that is recorded elsewhere than as the name weighs so much less. */
const RECORDED = -0.5;
/** Disagreement between the main names counts half where a recorded name agrees: that is why it was recorded. */
const ELSEWHERE = 0.5;

/** Of all pairs of names the one that speaks most for the same, with what in them, and in the main names, disagrees. */
export function compareNames(left: Names, right: Names): NameEvidence {
  const person = left.person && right.person;
  const years = { left: left.main.years, right: right.main.years };
  let best = compareTwo(left.main, right.main, person);
  const theirs = named(right);
  for (const ours of named(left))
    for (const their of theirs) {
      const found = compareRecorded(ours, their, person);
      if (found === null) continue;
      const reasons = [...found, ...elsewhere(found, left, right, ours.source === their.source)];
      if (total(reasons) > total(best)) best = reasons;
    }
  return { reasons: best, years };
}

const total = (reasons: readonly Finding[]) => reasons.reduce((sum, { weight }) => sum + weight, 0);

/** What the main names disagree in besides, where other names agree. */
function elsewhere(found: readonly Finding[], left: Names, right: Names, sameSource: boolean): Finding[] {
  const known = new Set(found.map(({ code }) => code));
  const against = conflicts(left.main, right.main);
  // Two long names with one abbreviation are two that share it; an alias is recorded because it is another name.
  const person = left.person && right.person;
  if (sameSource && known.has('ABBREVIATION'))
    against.push(...alone(align(left.main, right.main, person), person));
  return against
    .filter(({ code }) => !known.has(code))
    .map((one) => ({ ...one, weight: one.weight * ELSEWHERE }));
}

interface Named {
  readonly source: 'name' | 'ALIAS' | 'PREVIOUS_NAME' | 'ABBREVIATION';
  readonly name: ParsedName;
}

/**
 * Two names of which at least one is recorded beside the main one; null when they say nothing. Abbreviations must agree
 * exactly, and so must two names that are both beside the main ones.
 */
function compareRecorded(ours: Named, theirs: Named, person: boolean): Finding[] | null {
  const [a, b] = [ours.name, theirs.name];
  const sources = [ours.source, theirs.source];
  const code = sources.includes('ABBREVIATION')
    ? 'ABBREVIATION'
    : sources.find((source): source is Exclude<Named['source'], 'name'> => source !== 'name');
  if (code === undefined) return null;
  if (sameSpelt(a, b)) {
    const weight =
      code === 'ABBREVIATION'
        ? Math.min(abbreviationWeight(a), abbreviationWeight(b))
        : sameWeight(a, b) + RECORDED;
    return [finding(code, weight, a.text, b.text), ...conflicts(a, b)];
  }
  if (code === 'ABBREVIATION' || !sources.includes('name')) return null;
  return [...similarity(a, b, person, RECORDED), ...conflicts(a, b)];
}

function named(one: Names): Named[] {
  const as = (source: Named['source']) => (name: ParsedName) => ({ source, name });
  return [
    as('name')(one.main),
    ...one.aliases.map(as('ALIAS')),
    ...one.previousNames.map(as('PREVIOUS_NAME')),
    ...one.abbreviations.map(as('ABBREVIATION')),
  ];
}

function sameSpelt(a: ParsedName, b: ParsedName): boolean {
  return (a.key !== '' && a.key === b.key) || (a.spelt !== '' && a.spelt === b.spelt);
}

/** "UB" is an abbreviation of much, "Bappeda" of one thing. */
const abbreviationWeight = ({ key }: ParsedName) => (key.length < 3 ? 5 : key.length === 3 ? 7 : 8);

/** The less telling of the two counts, so that either side gives the same. */
function sameWeight(a: ParsedName, b: ParsedName): number {
  const told = Math.min(sum(a.weights), sum(b.weights));
  return Math.min(SAME.most, SAME.base + SAME.telling * told);
}

const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);

/** What two names say, taken alone. */
function compareTwo(a: ParsedName, b: ParsedName, person: boolean): Finding[] {
  const equal = equality(a, b, person);
  const against = conflicts(a, b);
  if (equal !== null) {
    const [code, weight] = equal;
    return [finding(code, weight, a.text, b.text), ...against];
  }
  if (abbreviates(a, b) || abbreviates(b, a)) {
    const short = a.words.length === 1 ? a : b;
    const weight = short.spelt.length < 3 ? 3 : 4.5;
    return [finding('INITIALS', weight, a.text, b.text), ...against];
  }
  return [...similarity(a, b, person), ...against];
}

function equality(a: ParsedName, b: ParsedName, person: boolean): [ReasonCode, number] | null {
  if (a.folded === b.folded && a.folded !== '') return ['SAME_NAME', sameWeight(a, b)];
  if (a.key === b.key && a.key !== '') return ['SAME_KEY', sameWeight(a, b)];
  if (a.spelt === b.spelt && a.spelt !== '') return ['SAME_SPELT_OUT', sameWeight(a, b)];
  if (a.letters.some((letters) => letters.length > 4 && b.letters.includes(letters)))
    return ['SAME_LETTERS', sameWeight(a, b) - 0.5];
  if (a.modern === b.modern && a.modern !== '') return ['SAME_OLD_SPELLING', sameWeight(a, b) - 1];
  if (a.words.length > 0 && a.words.join(' ') === b.words.join(' '))
    return ['SAME_APART', sameWeight(a, b) - 1];
  // "Prasetyo Nugroho" and "Nugroho Prasetyo" may well be two people.
  if (a.words.length > 1 && a.sorted === b.sorted)
    return ['SAME_WORDS', sameWeight(a, b) - (person ? 3 : 1.5)];
  return null;
}

const abbreviates = (short: ParsedName, long: ParsedName) =>
  short.words.length === 1 && short.spelt.length > 1 && long.initials.includes(short.spelt);

function similarity(a: ParsedName, b: ParsedName, person: boolean, recorded = 0): Finding[] {
  const found = align(a, b, person);
  const reasons = [finding('SIMILAR_NAME', 9 * found.overlap - 2 + recorded, a.text, b.text)];
  for (const [x, y] of found.respelt) reasons.push(finding('OLD_SPELLING', -0.25, x, y));
  for (const [x, y] of found.mistyped) reasons.push(finding('TYPING_ERROR', person ? -1 : -0.5, x, y));
  return reasons.concat(alone(found, person));
}

/** Words that each name has and the other lacks tell the two apart; words of one side only may have been left out. */
function alone({ onlyLeft, onlyRight }: Alignment, person: boolean): Finding[] {
  const [left, right] = [onlyLeft.join(' '), onlyRight.join(' ')];
  if (left === '' && right === '') return [];
  if (left === '' || right === '') {
    const extra = [...onlyLeft, ...onlyRight];
    // A region is left out at will: the overlap alone says so.
    const telltale = extra.filter((word) => person || !REGIONS.has(word));
    const weight = telltale.reduce((sum, word) => sum + telling(word, person), 0);
    return weight === 0 ? [] : [finding('EXTRA_WORDS', -Math.min(3, weight), telltale.join(' '))];
  }
  const [ours, theirs] = [onlyLeft, onlyRight].map((words) => words.filter((word) => REGIONS.has(word)));
  if (ours?.length && theirs?.length)
    return [finding('DIFFERENT_REGION', -7, ours.join(' '), theirs.join(' '))];
  // "Kawasan Soekarno-Hatta", "Jalan Soekarno-Hatta": words that tell little tell little apart.
  const firm = person || [...onlyLeft, ...onlyRight].some((word) => telling(word, person) === 1);
  return [finding('DIFFERENT_WORDS', firm ? -6 : -2, left, right)];
}

/** What two names contradict each other in, whatever else they share. */
function conflicts(a: ParsedName, b: ParsedName): Finding[] {
  const reasons: Finding[] = [...numberConflicts(a, b)];
  const differ = (code: ReasonCode, weight: number, x: readonly string[], y: readonly string[]) => {
    if (x.join(' ') !== y.join(' ')) reasons.push(finding(code, weight, x.join(' '), y.join(' ')));
  };
  const both = (code: ReasonCode, weight: number, x: string | null, y: string | null) => {
    if (x !== null && y !== null && x !== y) reasons.push(finding(code, weight, x, y));
  };
  differ('DIFFERENT_UNIT', -7, [...a.units].sort(), [...b.units].sort());
  differ('DIFFERENT_POST', -9, [...a.posts].sort(), [...b.posts].sort());
  both('DIFFERENT_LEGAL_FORM', -5, a.legalForm, b.legalForm);
  both('DIFFERENT_GENDER', -8, a.gender, b.gender);
  if (a.level !== b.level && (a.belowKelurahan || b.belowKelurahan || (a.level && b.level)))
    reasons.push(finding('DIFFERENT_LEVEL', -8, a.level ?? '', b.level ?? ''));
  else if (!LEVELS.includes(a.head ?? '') || !LEVELS.includes(b.head ?? ''))
    both('DIFFERENT_CLASS', -7, a.head, b.head);
  return reasons;
}

function numberConflicts(a: ParsedName, b: ParsedName): Finding[] {
  const found: Finding[] = [];
  const labels = [...new Set([...a.numbers.keys(), ...b.numbers.keys()])];
  const different = labels.filter((label) => counted(a, label) !== counted(b, label));
  const contradict = different.some((label) => a.numbers.has(label) && b.numbers.has(label));
  if (contradict) found.push(finding('DIFFERENT_NUMBER', -10, shown(a), shown(b)));
  else if (different.length > 0) found.push(finding('MISSING_NUMBER', -4, shown(a) || shown(b)));
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year)))
    found.push(finding('DIFFERENT_YEAR', -10, a.years.join(', '), b.years.join(', ')));
  return found;
}

const counted = ({ numbers }: ParsedName, label: string) => [...(numbers.get(label) ?? [])].sort().join(' ');
const shown = ({ numbers }: ParsedName) =>
  [...numbers].map(([label, values]) => [label, ...values].join(' ').trim()).join(', ');
