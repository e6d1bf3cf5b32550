import { readdirSync, readFileSync } from 'node:fs';
import { nameKey } from '../../../src/domain/names.js';
import type { Contribution } from '../../../src/domain/records.js';
import { readDataset } from '../../../src/transfer/dataset.js';
import { proposeFromText } from '../../../src/transfer/propose/propose.js';
import type {
  ArticleReading,
  KnownName,
  NamedType,
  SuggestedEnd,
  Suggestion,
} from '../../../src/transfer/propose/suggestion.js';

/** How well articles are read: suggestions against what a careful reader wrote down. */

const FOLDER = new URL('../../fixtures/articles-invented/', import.meta.url);
const NAMED: readonly NamedType[] = ['actor', 'initiative', 'achievement', 'award', 'issue', 'place'];

export interface AnnotatedClaim {
  readonly kind: string;
  readonly role?: string;
  readonly subject: string;
  readonly object: string;
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
  readonly position?: string;
  readonly contribution?: Partial<Contribution>;
}

export interface AnnotatedArticle {
  readonly invented: string;
  readonly style: string;
  readonly set: 'tuning' | 'held-out';
  readonly annotated: string;
  readonly published: string | null;
  readonly known: ReadonlyArray<Partial<KnownName> & Pick<KnownName, 'type' | 'name'>>;
  readonly paragraphs: readonly string[];
  readonly claims: readonly AnnotatedClaim[];
  readonly names: readonly string[];
  readonly dates: readonly string[];
}

export const articles: ReadonlyArray<AnnotatedArticle & { readonly file: string }> = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) }));

/** The names of the Malang dataset, weak aliases left out. */
export const MALANG: readonly KnownName[] = (await readDataset('seeds/malang')).changeSet.operations.flatMap(
  ({ record }) => {
    if (!NAMED.some((type) => type === record.type) || !('aliases' in record)) return [];
    const { id, type, name, aliases, previousNames, abbreviations } = record;
    const kind = 'kind' in record ? record.kind : null;
    const helix = 'helix' in record ? record.helix : null;
    return { id, type, kind, helix, name, aliases, previousNames, abbreviations };
  },
);

export const worldOf = ({ file, known }: AnnotatedArticle & { readonly file: string }): KnownName[] => [
  ...MALANG,
  ...known.map((name, index) => ({
    id: `${file}-${index}`,
    kind: null,
    helix: null,
    aliases: [],
    previousNames: [],
    abbreviations: [],
    ...name,
  })),
];

export const readingOf = (article: AnnotatedArticle & { readonly file: string }): ArticleReading =>
  proposeFromText(article.paragraphs.join('\n\n'), worldOf(article), { published: article.published });

/** A name as compared: a known one by its record, and "program Tabung Hujan" is "Tabung Hujan". */
function comparable(name: string, world: readonly KnownName[]): string {
  const key = nameKey(name);
  const known = world.find((record) =>
    [record.name, ...record.aliases].some((text) => nameKey(text) === key),
  );
  return nameKey(known?.name ?? name).replace(/^((program|inovasi|aplikasi|penghargaan) )+(?=.)/, '');
}

function claimKey(
  claim: { kind: string; role?: string | null },
  [subject, object]: readonly [string, string],
  world: readonly KnownName[],
): string {
  const ends = [comparable(subject, world), comparable(object, world)];
  // Who signs first does not matter.
  if (claim.kind === 'AGREEMENT') ends.sort();
  return JSON.stringify([claim.kind, claim.role ?? null, ...ends]);
}

export interface Judged {
  readonly file: string;
  readonly right: ReadonlyArray<{ readonly claim: AnnotatedClaim; readonly suggestion: Suggestion }>;
  readonly missed: readonly AnnotatedClaim[];
  readonly wrong: readonly Suggestion[];
  readonly names: { readonly found: readonly string[]; readonly missed: readonly string[] };
  readonly dates: {
    readonly found: readonly string[];
    readonly missed: readonly string[];
    readonly wrong: readonly string[];
  };
}

export function judge(article: AnnotatedArticle & { readonly file: string }): Judged {
  const world = worldOf(article);
  const reading = readingOf(article);
  const nameOf = ({ name }: SuggestedEnd) => name;
  const suggested = new Map(
    reading.suggestions.map((suggestion) => [
      claimKey(suggestion, [nameOf(suggestion.subject), nameOf(suggestion.object)], world),
      suggestion,
    ]),
  );
  const keyed = article.claims.map((claim) => ({
    claim,
    key: claimKey(claim, [claim.subject, claim.object], world),
  }));
  const keys = new Set(keyed.map(({ key }) => key));
  const names = new Set(reading.names.flatMap(({ ends }) => ends.map(({ name }) => comparable(name, world))));
  const dates = new Set(reading.dates.flatMap(({ date }) => date ?? []));
  return {
    file: article.file,
    right: keyed.flatMap(({ claim, key }) => {
      const suggestion = suggested.get(key);
      return suggestion === undefined ? [] : { claim, suggestion };
    }),
    missed: keyed.filter(({ key }) => !suggested.has(key)).map(({ claim }) => claim),
    wrong: [...suggested].filter(([key]) => !keys.has(key)).map(([, suggestion]) => suggestion),
    names: {
      found: article.names.filter((name) => names.has(comparable(name, world))),
      missed: article.names.filter((name) => !names.has(comparable(name, world))),
    },
    dates: {
      found: article.dates.filter((date) => dates.has(date)),
      missed: article.dates.filter((date) => !dates.has(date)),
      wrong: [...dates].filter((date) => !article.dates.includes(date)),
    },
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

export interface Figures {
  readonly articles: number;
  readonly claims: number;
  readonly suggested: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the right suggestions: that carry the annotated date, post and contribution. */
  readonly claimDates: number;
  readonly positions: number;
  readonly contributions: number;
  readonly nameRecall: number;
  readonly dateRecall: number;
}

export function figuresOf(set: AnnotatedArticle['set']): Figures {
  const judged = articles.filter((article) => article.set === set).map(judge);
  const count = (of: (one: Judged) => readonly unknown[]) => sum(judged.map((one) => of(one).length));
  const right = count((one) => one.right);
  const pairs = judged.flatMap((one) => one.right);
  const withPosition = pairs.filter(({ claim }) => claim.position !== undefined);
  const given = judged.flatMap((one) => [...one.right.map(({ claim }) => claim), ...one.missed]);
  const contributed = given.filter(({ contribution }) => contribution !== undefined).length;
  return {
    articles: judged.length,
    claims: right + count((one) => one.missed),
    suggested: right + count((one) => one.wrong),
    right,
    precision: share(right, right + count((one) => one.wrong)),
    recall: share(right, right + count((one) => one.missed)),
    claimDates: share(pairs.filter(sameDate).length, right),
    positions: share(withPosition.filter(samePosition).length, withPosition.length),
    contributions: share(pairs.filter(sameContribution).length, contributed),
    nameRecall: share(
      count((one) => one.names.found),
      count((one) => [...one.names.found, ...one.names.missed]),
    ),
    dateRecall: share(
      count((one) => one.dates.found),
      count((one) => [...one.dates.found, ...one.dates.missed]),
    ),
  };
}

type Pair = { readonly claim: AnnotatedClaim; readonly suggestion: Suggestion };

export const sameDate = ({ claim, suggestion: { period } }: Pair) =>
  (claim.start ?? claim.at ?? null) === (period.start ?? period.at);

const samePosition = ({ claim, suggestion }: Pair) => claim.position === suggestion.position;

const sameContribution = ({ claim: { contribution }, suggestion }: Pair) =>
  contribution !== undefined &&
  suggestion.contributions.some(
    ({ kind, amount }) => kind === contribution.kind && amount === contribution.amount,
  );
