/** How much of a date the number format of a cell shows; `time` for a time of day alone. */
export type DateShape = 'year' | 'month' | 'day' | 'time';

/** ECMA-376 part 1, 18.8.30: the formats that every program knows by number. 27 to 58 are dates in East Asia. */
function builtIn(id: number): DateShape | null {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if (id === 17) return 'month';
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return date ? 'day' : null;
}

/**
 * What a number format makes of a number: null when no date. Only its first section counts; text in quotes, after a
 * backslash, and colours or locales in brackets, are not codes.
 */
export function dateShape(id: number, code: string | undefined): DateShape | null {
  if (code === undefined) return builtIn(id);
  const codes = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0]
    ?.toLowerCase()
    .replace(/am\/pm|a\/p|general/g, '');
  if (codes === undefined || !/[ymdhs]/.test(codes)) return null;
  if (codes.includes('d')) return 'day';
  if (codes.includes('y')) return codes.includes('m') && !/[hs]/.test(codes) ? 'month' : 'year';
  return /[hs]/.test(codes) ? 'time' : 'day';
}

const DAY_MS = 86_400_000;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * The date that a serial number stands for; null when there is none. In the 1900 system day 60 is 29 February 1900,
 * which never was; days before it count from one day later. A time of day is cut off.
 */
export function dateOfSerial(serial: number, from1904: boolean, shape: DateShape): string | null {
  const day = Math.floor(serial);
  if (from1904 ? day < 0 : day < 1 || day === 60) return null;
  if (day > LAST_SERIAL - (from1904 ? 1462 : 0)) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const iso = new Date(epoch + day * DAY_MS).toISOString();
  return iso.slice(0, shape === 'year' ? 4 : shape === 'month' ? 7 : 10);
}
