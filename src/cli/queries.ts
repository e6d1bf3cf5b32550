import type { ClaimStatus, ContributionKind, Helix } from '../domain/kinds.js';
import type { TraceDirection } from '../domain/trace.js';
import type { PeriodAnswer } from './dates.js';

/** The GraphQL documents that the commands send, and what comes back. A test checks them against the schema. */

const NODE = `
fragment NodeFields on Node {
  __typename
  id
  ... on Actor { name abbreviations actorKind: kind }
  ... on Initiative { name abbreviations initiativeKind: kind }
  ... on Achievement { name abbreviations }
  ... on Award { name abbreviations }
  ... on Issue { name abbreviations }
  ... on Place { name abbreviations placeKind: kind }
  ... on Source { title sourceKind: kind }
}`;

export interface NodeAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly abbreviations?: readonly string[];
  readonly actorKind?: string;
  readonly initiativeKind?: string;
  readonly placeKind?: string;
  readonly sourceKind?: string;
}

/** What people call a node: a source by its title, a claim (which has no name) by its id. */
export const nameOf = ({ name, title, id }: NodeAnswer): string => name ?? title ?? id;

/** Its kind, or the type where that has no kinds. */
export const kindOf = (node: NodeAnswer): string =>
  node.actorKind ?? node.initiativeKind ?? node.placeKind ?? node.sourceKind ?? node.__typename;

/** What `jejak trace --json` prints the field `trace` of. */
export const TRACE = `
query Trace(
  $of: ID!, $depth: Int, $asOf: Date, $include: [ClaimStatus!], $direction: TraceDirection, $language: Language
) {
  trace(of: $of, depth: $depth, asOf: $asOf, include: $include, direction: $direction) {
    root { ...NodeFields }
    direction
    steps {
      depth
      sentence(language: $language)
      from { ...NodeFields }
      to { ...NodeFields }
      claim {
        id kind role status rank position(language: $language)
        period { start { edtf } end { edtf } endState at { edtf } }
        contributions { kind amount currency unit description }
      }
      evidence { locator quote paraphrase(language: $language) language source { id } }
    }
    coverage { present absent helixes { helix count actors { id name } } }
    gaps { kind helix message(language: $language) step { claim { id } } node { id } }
    sources { id kind title publisher author date { edtf } url retrieved language }
  }
}
${NODE}`;

export interface TraceAnswer {
  readonly root: NodeAnswer;
  readonly direction: TraceDirection;
  readonly steps: readonly StepAnswer[];
  readonly coverage: {
    readonly absent: readonly Helix[];
    readonly helixes: ReadonlyArray<{
      readonly helix: Helix;
      readonly count: number;
      readonly actors: readonly NodeAnswer[];
    }>;
  };
  readonly gaps: ReadonlyArray<{ readonly kind: string; readonly message: string }>;
  readonly sources: readonly SourceAnswer[];
}

export interface StepAnswer {
  readonly depth: number;
  readonly sentence: string;
  readonly from: NodeAnswer;
  readonly to: NodeAnswer;
  readonly claim: {
    readonly id: string;
    readonly status: ClaimStatus;
    readonly period: PeriodAnswer | null;
    readonly contributions: readonly ContributionAnswer[];
  };
  readonly evidence: ReadonlyArray<{
    readonly locator: string | null;
    readonly source: { readonly id: string };
  }>;
}

export interface ContributionAnswer {
  readonly kind: ContributionKind;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly description: string | null;
}

export interface SourceAnswer {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: { readonly edtf: string } | null;
  readonly url: string | null;
}

/** What `jejak search --json` prints the field `search` of. The status tells an empty store from a vain search. */
export const SEARCH = `
query Search($query: String!, $types: [SearchType!], $helixes: [Helix!], $first: Int) {
  search(query: $query, types: $types, helixes: $helixes, first: $first) {
    totalCount
    capped
    nodes { score matchedName node { ...NodeFields } }
  }
  status { sequence }
}
${NODE}`;

export interface SearchAnswer {
  readonly search: { readonly totalCount: number; readonly nodes: readonly HitAnswer[] };
  readonly status: { readonly sequence: number };
}

export interface HitAnswer {
  readonly score: number;
  readonly matchedName: string;
  readonly node: NodeAnswer;
}

const STATUS_FIELDS = 'version engine sequence counts { type count }';
export const STATUS = `query Status { status { ${STATUS_FIELDS} } }`;
export const CHECK = `query Check { check { rule subject message } status { ${STATUS_FIELDS} } }`;

export interface StatusAnswer {
  readonly status: {
    readonly version: string;
    readonly engine: string;
    readonly sequence: number;
    readonly counts: ReadonlyArray<{ readonly type: string; readonly count: number }>;
  };
}

export interface CheckAnswer extends StatusAnswer {
  readonly check: ReadonlyArray<{
    readonly rule: string;
    readonly subject: string;
    readonly message: string;
  }>;
}

export const LOAD_DATASET = `
mutation LoadDataset($dataset: Dataset!) {
  loadDataset(dataset: $dataset) {
    change { sequence operationCount }
    userErrors { message }
  }
}`;

export interface LoadAnswer {
  readonly loadDataset: {
    readonly change: { readonly sequence: number; readonly operationCount: number } | null;
    readonly userErrors: ReadonlyArray<{ readonly message: string }>;
  };
}

const END = '{ node { id } type kind helix name }';

/** What `jejak article --json` prints the field `proposeFromText` of. */
export const READ_ARTICLE = `
query ReadArticle($text: String!, $published: Date, $language: Language) {
  proposeFromText(text: $text, published: $published) {
    suggestions {
      id kind role sentence(language: $language)
      subject ${END} object ${END} parties ${END}
      period { start { edtf } end { edtf } endState at { edtf } }
      position contributions { kind amount currency unit description }
      confidence rule { id explanation(language: $language) }
      quote locator start end
      known { id }
    }
    names { start end ends ${END} }
    dates { date { edtf } text start end }
  }
}`;

export interface ReadingAnswer {
  readonly proposeFromText: { readonly suggestions: readonly SuggestionAnswer[] };
}

export interface SuggestionAnswer {
  readonly id: string;
  readonly sentence: string;
  readonly subject: EndAnswer;
  readonly object: EndAnswer;
  readonly parties: readonly EndAnswer[];
  readonly period: PeriodAnswer | null;
  readonly contributions: readonly ContributionAnswer[];
  readonly confidence: number;
  readonly rule: { readonly id: string };
  readonly quote: string;
  readonly locator: string;
  readonly known: ReadonlyArray<{ readonly id: string }>;
}

export interface EndAnswer {
  readonly node: { readonly id: string } | null;
  readonly type: string;
  readonly kind: string | null;
  readonly name: string;
}

/** What `jejak article --accept … --json` prints the field `acceptSuggestions` of. */
export const ACCEPT_SUGGESTIONS = `
mutation AcceptSuggestions(
  $text: String!, $published: Date, $source: ID, $newSource: SourceInput, $accept: [AcceptInput!]!, $why: String!
) {
  acceptSuggestions(
    text: $text, published: $published, source: $source, newSource: $newSource, accept: $accept, why: $why
  ) {
    change { id sequence operationCount }
    node { id }
    userErrors { field code message }
  }
}`;

export interface AcceptAnswer {
  readonly acceptSuggestions: {
    readonly change: {
      readonly id: string;
      readonly sequence: number;
      readonly operationCount: number;
    } | null;
    readonly node: { readonly id: string } | null;
    readonly userErrors: ReadonlyArray<{ readonly message: string }>;
  };
}

/** `412 records (42 actors, 35 initiatives, …)`. */
export function countsText({ counts }: StatusAnswer['status']): string {
  const present = counts.filter(({ count }) => count > 0);
  const total = present.reduce((sum, { count }) => sum + count, 0);
  const list = present.map(({ type, count }) => `${count} ${type}${count === 1 ? '' : 's'}`).join(', ');
  return `${total} ${total === 1 ? 'record' : 'records'}${list === '' ? '' : ` (${list})`}`;
}
