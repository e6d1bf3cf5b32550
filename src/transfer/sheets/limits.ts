/**
 * What a file may hold. Each limit keeps memory or time bounded whatever is sent; beyond it the file, the sheet or the
 * row is refused with what to do about it.
 */
export interface SheetLimits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number;
  /** Characters in a cell. */
  readonly cellLength: number;
  /** Columns of a sheet, and fields of a line of JSON. */
  readonly columns: number;
  /** Characters of a row of CSV or a line of JSON. */
  readonly rowLength: number;
  /** Bytes of everything in a workbook once unpacked. */
  readonly unpackedBytes: number;
  /** How many times larger than the file its unpacked contents may be; asked only of contents above 16 MiB. */
  readonly unpackedRatio: number;
  /** Files inside a workbook. */
  readonly entries: number;
  /** Characters in all shared strings of a workbook, the one part of it that is held in memory. */
  readonly sharedStrings: number;
  /** Merged ranges in a sheet. */
  readonly mergedRanges: number;
}

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 2 * 1024 ** 3,
  // Excel's own limit.
  cellLength: 32_767,
  columns: 200,
  rowLength: 1024 ** 2,
  unpackedBytes: 512 * 1024 ** 2,
  unpackedRatio: 200,
  entries: 1000,
  sharedStrings: 32 * 1024 ** 2,
  mergedRanges: 10_000,
};
