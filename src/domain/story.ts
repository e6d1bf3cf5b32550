import { byId } from './collections.js';
import type { Helix, Language } from './kinds.js';
import { fold } from './names.js';
import { type Claim, type JejakRecord, labelOf } from './records.js';
import { sentenceOf } from './relations.js';
import type { TraceGap, TraceStep } from './trace.js';

/**
 * A claim as a sentence, told from its subject, or from that of its other members whose id is `from`. `members` holds
 * subject and object, and the parties of an agreement, each of which has agreed with all others. The post of an
 * affiliation follows at the end.
 */
export function claimSentence(
  claim: Claim,
  members: ReadonlyMap<string, JejakRecord>,
  language: Language,
  from: string = claim.subject,
): string {
  const nameOf = (id: string) => called(members.get(id), claim);
  const told = sentenceOf(claim.kind, claim.role);
  if (claim.parties.length > 0) {
    const all = [claim.subject, claim.object, ...claim.parties];
    const teller = all.includes(from) ? from : claim.subject;
    const others = all.filter((id) => id !== teller).map(nameOf);
    return fill(told.forward[language], nameOf(teller), new Intl.ListFormat(language).format(others));
  }
  const pattern = told[from === claim.object ? 'backward' : 'forward'][language];
  const sentence = fill(pattern, nameOf(claim.subject), nameOf(claim.object));
  const position = (language === 'en' ? claim.positionEn : null) ?? claim.position;
  if (position === null) return sentence;
  return `${sentence} ${language === 'id' ? 'sebagai' : 'as'} ${position}`;
}

/** In one pass, so that a name which itself holds "{object}" stays as it is. */
function fill(pattern: string, subject: string, object: string): string {
  return pattern.replace(/\{(subject|object)\}/g, (_, end) => (end === 'subject' ? subject : object));
}

/** The name of an actor or initiative with the abbreviation that people know it by, unless the name shows it. */
function called(record: JejakRecord | undefined, claim: Claim): string {
  if (record === undefined) throw new Error(`a member of claim ${claim.id} is missing`);
  const name = labelOf(record);
  if (record.type !== 'actor' && record.type !== 'initiative') return name;
  const [short] = record.abbreviations;
  const shown = short === undefined || ` ${fold(name)} `.includes(` ${fold(short)} `);
  return shown ? name : `${name} (${short})`;
}

/** The helixes in words, as the mayor of Malang names them. */
export const HELIX_NAMES: Readonly<Record<Helix, Readonly<Record<Language, string>>>> = {
  GOVERNMENT: { id: 'pemerintah', en: 'government' },
  COMMUNITY: { id: 'komunitas', en: 'community' },
  ACADEMIA: { id: 'akademisi', en: 'academia' },
  BUSINESS: { id: 'dunia usaha', en: 'business' },
  MEDIA: { id: 'media', en: 'media' },
  FINANCE: { id: 'perbankan dan jasa keuangan', en: 'finance' },
};

/** What a gap of a trace means, in a sentence. */
export function gapSentence(gap: TraceGap, language: Language): string {
  const { kind, helix, step, node } = gap;
  const about = node !== null ? labelOf(node) : step === null ? '' : sentenceOfStep(step, language);
  const indonesian = language === 'id';
  switch (kind) {
    case 'HELIX_ABSENT': {
      const name = helix === null ? '' : HELIX_NAMES[helix][language];
      return indonesian
        ? `Tidak ada pelaku dari unsur ${name} dalam jejak ini`
        : `No actor from ${name} in this trace`;
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
  { claim, from, to, parties }: Pick<TraceStep, 'claim' | 'from' | 'to' | 'parties'>,
  language: Language,
): string {
  return claimSentence(claim, byId([from, to, ...parties]), language, from.id);
}
