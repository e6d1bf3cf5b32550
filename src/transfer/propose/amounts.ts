import type { Contribution } from '../../domain/records.js';
import type { Token } from './text.js';

/** Amounts as Indonesian articles write them: "Rp 1,5 miliar", "Rp18.500.000", "25 tandon air". */

const SCALES = new Map([
  ['ribu', 1e3],
  ['juta', 1e6],
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['triliun', 1e12],
]);
const PEOPLE = new Set('relawan orang tenaga mahasiswa petugas kader dokter perawat'.split(' '));
/** What can be counted as given: a number before any other noun is too often an age, a share or a crowd. */
const GOODS = new Set('unit paket buku tandon rak bibit pohon laptop komputer tempat'.split(' '));
const MAX_UNIT_WORDS = 3;

export interface AmountInText {
  readonly contribution: Contribution;
  /** Indexes of tokens, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** Money and counted goods or people, in their order. */
export function amountsOf(tokens: readonly Token[]): AmountInText[] {
  const found: AmountInText[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = moneyAt(tokens, at) ?? countAt(tokens, at);
    if (amount !== null) found.push(amount);
    at = amount?.to ?? at + 1;
  }
  return found;
}

function moneyAt(tokens: readonly Token[], at: number): AmountInText | null {
  const glued = /^rp(?=\d)/i.test(tokens[at]?.text ?? '');
  if (!glued && tokens[at]?.word !== 'rp') return null;
  let index = glued ? at : at + 1;
  if (tokens[index]?.text === '.') index++;
  const whole = (tokens[index]?.text ?? '').replace(/^rp/i, '');
  const decimals = decimalsAfter(tokens, index);
  index += decimals === null ? 1 : 3;
  const number = numberOf(decimals === null ? whole : `${whole},${decimals}`);
  if (number === null) return null;
  const scale = SCALES.get(tokens[index]?.word ?? '');
  // Rounded: 1.1 million in binary is 1100000.0000000002.
  const amount = Math.round(number * (scale ?? 1));
  return {
    contribution: { kind: 'MONEY', amount, currency: 'IDR', unit: null, description: null },
    from: at,
    to: scale === undefined ? index : index + 1,
  };
}

function countAt(tokens: readonly Token[], at: number): AmountInText | null {
  const number = numberOf(tokens[at]?.text ?? '');
  const noun = tokens[at + 1];
  if (number === null || noun === undefined) return null;
  const kind = PEOPLE.has(noun.word) ? 'PEOPLE' : GOODS.has(noun.word) ? 'IN_KIND' : null;
  if (kind === null) return null;
  let to = at + 2;
  while (kind === 'IN_KIND' && to - at <= MAX_UNIT_WORDS && isPlainNoun(tokens[to])) to++;
  const unit = tokens.slice(at + 1, to).map(({ text }) => text);
  return {
    contribution: { kind, amount: number, currency: null, unit: unit.join(' '), description: null },
    from: at,
    to,
  };
}

const STOPS = new Set('untuk kepada bagi dan serta dari di ke yang dengan pada dalam tanpa'.split(' '));
const isPlainNoun = (token: Token | undefined) =>
  token !== undefined && /^\p{Ll}/u.test(token.text) && !STOPS.has(token.word);

/** "1,5" is three tokens, because a comma mostly parts words. */
function decimalsAfter(tokens: readonly Token[], at: number): string | null {
  const [whole, comma, digits] = tokens.slice(at, at + 3);
  const touching = whole?.end === comma?.start && comma?.end === digits?.start;
  return comma?.text === ',' && touching && /^\d{1,3}$/.test(digits?.text ?? '')
    ? (digits?.text ?? null)
    : null;
}

/** "18.500.000" and "1,5"; a full stop parts thousands, a comma decimals. */
function numberOf(text: string): number | null {
  if (!/^\d{1,15}$|^\d{1,3}(\.\d{3}){1,4}$|^\d{1,9},\d{1,3}$/.test(text)) return null;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}
