import type { Language } from '../domain/kinds.js';
import { CONTRIBUTION_LABELS } from '../domain/labels.js';
import { HELIX_NAMES } from '../domain/story.js';
import { dateText, periodText } from './dates.js';
import { kindLabel, STATUS_LABELS, STORY } from './labels.js';
import { FIRM_SPACE, type Page, wrap } from './layout.js';
import {
  type ContributionAnswer,
  nameOf,
  type SourceAnswer,
  type StepAnswer,
  type TraceAnswer,
} from './queries.js';

/** A line may end after it, not before. */
export const SEPARATOR = `${FIRM_SPACE}· `;

/** How a trace is to be told. */
export interface Telling {
  readonly language: Language;
  readonly page: Page;
  /** The day on which the story ends, if one was asked for. */
  readonly asOf: string | null;
}

/** A trace as a story: what it is about, its hops as a tree, who took part, what is not known, the sources. */
export function tellStory(trace: TraceAnswer, telling: Telling): string {
  const steps = [...treeOf(trace, telling)];
  const body = steps.length === 0 ? [STORY.noSteps[telling.language]] : steps;
  const sections = [
    titleOf(trace, telling),
    body,
    actorsOf(trace, telling),
    gapsOf(trace, telling),
    sourcesOf(trace, telling),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function titleOf(
  { root, direction, steps, sources }: TraceAnswer,
  { language, page, asOf }: Telling,
): string[] {
  const abbreviations = (root.abbreviations ?? []).map((text) => ` (${text})`).join('');
  const counts = `${steps.length} ${STORY.steps[language]}, ${sources.length} ${STORY.sources[language].toLowerCase()}`;
  const until =
    asOf === null ? '' : ` ${STORY.untilDay[language].replace('{day}', dateText(asOf, language))}`;
  const about = `${direction === 'BEHIND' ? STORY.behind[language] : STORY.ahead[language]}${until}: ${counts}`;
  return [
    ...wrap(page, nameOf(root) + abbreviations).map(page.bold),
    ...wrap(page, `${kindLabel(root, language)} · ${root.id}`),
    ...wrap(page, about),
  ];
}

/**
 * The steps as a tree: each stands below the step that first reached the thing it comes from, in the order of the
 * trace, so that a thing reached on several ways has what follows from it told once.
 */
function* treeOf({ root, steps, sources }: TraceAnswer, telling: Telling): Generator<string> {
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const firstTo = new Map<string, StepAnswer>();
  for (const step of steps) if (!firstTo.has(step.to.id)) firstTo.set(step.to.id, step);
  const from = (id: string) => steps.filter((step) => step.from.id === id);
  const below = (step: StepAnswer) => (firstTo.get(step.to.id) === step ? from(step.to.id) : []);
  function* branch(children: readonly StepAnswer[], indent: string): Generator<string> {
    for (const [index, step] of children.entries()) {
      const last = index === children.length - 1;
      const next = below(step);
      const margin = indent + (last ? '   ' : '│  ');
      const rest = margin + (next.length > 0 ? '│ ' : '  ');
      yield* wrap(
        telling.page,
        stepText(step, numbers, telling.language),
        `${indent}${last ? '└─ ' : '├─ '}`,
        rest,
      );
      yield* branch(next, margin);
    }
  }
  yield* branch(from(root.id), '');
}

function stepText(step: StepAnswer, numbers: ReadonlyMap<string, number>, language: Language): string {
  const { claim, sentence } = step;
  return [
    sentence,
    periodText(claim.period, language),
    ...claim.contributions.map((contribution) => contributionText(contribution, language)),
    STATUS_LABELS[claim.status]?.[language] ?? '',
    evidenceText(step, numbers),
  ]
    .filter(Boolean)
    .join(SEPARATOR);
}

/** `uang: IDR 75.000.000`: what a participant puts in. */
export function contributionText(contribution: ContributionAnswer, language: Language): string {
  const { kind, amount, currency, unit, description } = contribution;
  const figure = amount === null ? null : new Intl.NumberFormat(language).format(amount);
  const measured = figure === null ? '' : [currency, figure, unit].filter(Boolean).join(' ');
  const told = [measured, description].filter(Boolean).join('; ');
  return `${CONTRIBUTION_LABELS[kind][language]}${told === '' ? '' : `: ${told}`}`;
}

/** `[1] paragraf 5, 12; [2] paragraf 6`: the sources by number, in the order in which the claim cites them. */
function evidenceText({ evidence }: StepAnswer, numbers: ReadonlyMap<string, number>): string {
  const bySource = new Map<number, string[]>();
  for (const { source, locator } of evidence) {
    const number = numbers.get(source.id) ?? 0;
    const locators = bySource.get(number) ?? [];
    if (locator !== null) locators.push(locator);
    bySource.set(number, locators);
  }
  const cited = Array.from(bySource, ([number, locators]) => `[${number}] ${locatorsText(locators)}`.trim());
  // A line may end after a comma only.
  return cited.join('; ').replaceAll(/(?<![,;]) /g, FIRM_SPACE);
}

/** Leaves out a word that the locator before began with as well. */
function locatorsText(locators: readonly string[]): string {
  const unit = (locator: string | undefined) => /^\p{L}+\.? /u.exec(locator ?? '')?.[0];
  return locators
    .map((locator, index) => {
      const [own, before] = [unit(locator), unit(locators[index - 1])];
      return own !== undefined && own === before ? locator.slice(own.length) : locator;
    })
    .join(', ');
}

function actorsOf({ coverage }: TraceAnswer, { language, page }: Telling): string[] {
  const lines = coverage.helixes
    .filter(({ count }) => count > 0)
    .map(
      ({ helix, count, actors }) =>
        `${HELIX_NAMES[helix][language]} (${count}): ${actors.map(nameOf).join(', ')}`,
    );
  const absent = coverage.absent.map((helix) => HELIX_NAMES[helix][language]).join(', ');
  const none = absent === '' ? [] : [`${STORY.absent[language]}: ${absent}`];
  return section(STORY.actors[language], [...lines, ...none], page);
}

/** How many gaps of one kind are told one by one. */
const TOLD = 5;

function gapsOf({ gaps, steps }: TraceAnswer, { language, page }: Telling): string[] {
  const lines = ['RECIPIENT_UNKNOWN', 'DATE_UNKNOWN'].flatMap((kind) => {
    const messages = gaps.filter((gap) => gap.kind === kind).map(({ message }) => message);
    const left = messages.length - TOLD;
    return left <= 0
      ? messages
      : [...messages.slice(0, TOLD), STORY.more[language].replace('{n}', String(left))];
  });
  const single = gaps.filter(({ kind }) => kind === 'SINGLE_SOURCE').length;
  const resting = STORY.singleSource[language]
    .replace('{n}', String(single))
    .replace('{all}', String(steps.length));
  return section(STORY.gaps[language], single === 0 ? lines : [...lines, resting], page);
}

function sourcesOf({ sources }: TraceAnswer, { language, page }: Telling): string[] {
  const lines = sources.map((source, index) => `[${index + 1}] ${sourceText(source, language)}`);
  return section(STORY.sources[language], lines, page);
}

function sourceText({ title, publisher, date, url }: SourceAnswer, language: Language): string {
  const when = date === null ? STORY.undated[language] : dateText(date.edtf, language);
  return [title, publisher, when, url].filter(Boolean).join(SEPARATOR);
}

function section(heading: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0
    ? []
    : [page.bold(heading), ...lines.flatMap((line) => wrap(page, line, '  ', '    '))];
}
