/** The part of the `edtf` package that we call; the package ships no types. */
declare module 'edtf' {
  interface ExtendedDate {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    /** Milliseconds since 1970 of the first and last moment that the expression can mean. */
    readonly min: number;
    readonly max: number;
    readonly lower?: ExtendedDate | null | typeof Number.POSITIVE_INFINITY;
    readonly upper?: ExtendedDate | null | typeof Number.POSITIVE_INFINITY;
  }
  export default function edtf(text: string, options?: { level?: 0 | 1 | 2 | 3 }): ExtendedDate;
}
