import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { spanOf } from '../../../src/domain/dates.js';
import { nameKey } from '../../../src/domain/names.js';
import { RELATIONS } from '../../../src/domain/relations.js';
import { POST_RULES, RULES } from '../../../src/transfer/propose/rules.js';
import { type AnnotatedArticle, articles, type Figures, figuresOf, worldOf } from './measure.js';

const document = readFileSync('docs/articles.md', 'utf8');

describe('the invented articles', () => {
  it('are twenty, eight of them held out, each marked as invented and annotated beforehand', () => {
    expect(articles).toHaveLength(20);
    expect(articles.filter(({ set }) => set === 'held-out')).toHaveLength(8);
    for (const { invented, annotated } of articles) {
      expect(invented).toMatch(/^Rekaan: .* Invented: /);
      expect(annotated).toBe('by hand, before any rule was tuned');
    }
  });

  it.each(articles.map((article) => [article.file, article] as const))('%s is whole', (_, article) => {
    const text = article.paragraphs.join(' ');
    const length = text.split(' ').length;
    expect(length).toBeGreaterThanOrEqual(120);
    expect(length).toBeLessThanOrEqual(350);
    for (const { kind, role, start, at } of article.claims) {
      const roles = Object.keys(RELATIONS[kind as keyof typeof RELATIONS].roles);
      expect(roles.length === 0 ? [undefined] : roles).toContain(role);
      for (const date of [start, at]) if (date !== undefined) expect(spanOf(date)).not.toBeNull();
    }
    const spellings = worldOf(article).flatMap(({ name, aliases }) => [name, ...aliases]);
    const inText = (name: string) => nameKey(text).includes(nameKey(name));
    for (const name of article.names)
      expect([name, inText(name) || spellings.some((other) => nameKey(other) === nameKey(name))]).toEqual([
        name,
        true,
      ]);
  });
});

/** A little under what is measured, so that a change that reads worse is seen; docs/articles.md has the figures. */
const FLOORS: Record<AnnotatedArticle['set'], Partial<Figures>> = {
  tuning: {
    precision: 0.96,
    recall: 0.92,
    claimDates: 0.95,
    positions: 0.93,
    nameRecall: 0.97,
    dateRecall: 0.99,
  },
  'held-out': {
    precision: 0.95,
    recall: 0.87,
    claimDates: 0.95,
    positions: 0.9,
    nameRecall: 0.95,
    dateRecall: 0.99,
  },
};

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe.each(['tuning', 'held-out'] as const)('the %s articles', (set) => {
  const figures = figuresOf(set);

  it.each(Object.entries(FLOORS[set]))('are read with %s of at least %s', (name, floor) =>
    expect(figures[name as keyof Figures]).toBeGreaterThanOrEqual(floor),
  );

  it('have their figures in the documentation', () => {
    const row = [
      set,
      figures.articles,
      figures.claims,
      figures.suggested,
      figures.right,
      ...[
        figures.precision,
        figures.recall,
        figures.claimDates,
        figures.positions,
        figures.contributions,
        figures.nameRecall,
        figures.dateRecall,
      ].map(percent),
    ].join(' | ');
    expect(document.replace(/ +/g, ' ')).toContain(`| ${row} |`);
  });
});

describe('docs/articles.md', () => {
  it.each([...RULES, ...Object.values(POST_RULES)].map((rule) => [rule.id, rule] as const))(
    'lists the rule %s',
    (id, rule) => {
      const claim =
        'kind' in rule ? [rule.kind, rule.role].filter((part) => part !== null).join(' ') : 'AFFILIATION';
      const row = `| ${[`\`${id}\``, claim, rule.confidence.toFixed(2), rule.explanation.id, rule.explanation.en].join(' | ')} |`;
      expect(document.replace(/ +/g, ' ')).toContain(row);
    },
  );
});
