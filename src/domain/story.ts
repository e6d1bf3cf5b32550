import type { Language } from './kinds.js';
import { type Claim, type JejakRecord, labelOf } from './records.js';
import { sentenceOf } from './relations.js';
import type { TraceGap } from './trace.js';

/**
 * A claim as a sentence, told from its subject, or from its object when `from` names it. The post of an affiliation
 * follows in brackets.
 */
export function claimSentence(
  claim: Claim,
  subject: JejakRecord,
  object: JejakRecord,
  language: Language,
  from: string = subject.id,
): string {
  const told = sentenceOf(claim.kind, claim.role)[from === object.id ? 'backward' : 'forward'][language];
  // One pass, so that a name which itself holds "{object}" stays as it is.
  const sentence = told.replace(/\{(subject|object)\}/g, (_, end) =>
    labelOf(end === 'subject' ? subject : object),
  );
  const position = (language === 'en' ? claim.positionEn : null) ?? claim.position;
  return position === null ? sentence : `${sentence} (${position})`;
}

const HELIX_NAMES: Record<Language, Record<string, string>> = {
  id: {
    GOVERNMENT: 'pemerintah',
    COMMUNITY: 'komunitas',
    ACADEMIA: 'akademisi',
    BUSINESS: 'dunia usaha',
    MEDIA: 'media',
    FINANCE: 'perbankan dan jasa keuangan',
  },
  en: {
    GOVERNMENT: 'government',
    COMMUNITY: 'community',
    ACADEMIA: 'academia',
    BUSINESS: 'business',
    MEDIA: 'media',
    FINANCE: 'finance',
  },
};

/** What a gap of a trace means, in a sentence. */
export function gapSentence(gap: TraceGap, language: Language): string {
  const { kind, helix, step, node } = gap;
  const about = node !== null ? labelOf(node) : step === null ? '' : sentenceOfStep(step, language);
  const indonesian = language === 'id';
  switch (kind) {
    case 'HELIX_ABSENT': {
      const name = HELIX_NAMES[language][helix ?? ''] ?? '';
      return indonesian ? `Belum tercatat pelaku dari unsur ${name}` : `No actor from ${name} is recorded`;
    }
    case 'SINGLE_SOURCE':
      return indonesian ? `Hanya satu sumber: ${about}` : `One source only: ${about}`;
    case 'DATE_UNKNOWN':
      return indonesian ? `Tanggal tidak diketahui: ${about}` : `Date unknown: ${about}`;
    case 'RECIPIENT_UNKNOWN':
      return indonesian ? `Peraih tidak diketahui: ${about}` : `Recipient unknown: ${about}`;
  }
}

/** A hop of a trace as a sentence, told from where it came. */
export function sentenceOfStep(
  { claim, from, to }: { claim: Claim; from: JejakRecord; to: JejakRecord },
  language: Language,
): string {
  const [subject, object] = claim.subject === from.id ? [from, to] : [to, from];
  return claimSentence(claim, subject, object, language, from.id);
}
