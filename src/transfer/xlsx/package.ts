import { escapeText } from './escape.js';

export interface PackageSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly commented: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheets, relations, types and properties of a workbook: what does not depend on its rows. Sheets count from 1. */
export function contentTypesXml(sheets: readonly PackageSheet[]): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('/xl/workbook.xml', `${SHEETS}.sheet.main+xml`),
    override('/xl/styles.xml', `${SHEETS}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets.flatMap(({ commented }, index) => [
      override(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEETS}.worksheet+xml`),
      commented ? override(`/xl/comments${index + 1}.xml`, `${SHEETS}.comments+xml`) : '',
    ]),
    '</Types>',
  ].join('');
}

function relationships(relations: readonly (readonly [type: string, target: string])[]): string {
  const each = relations.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

export const PACKAGE_RELATIONS_XML = relationships([
  [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

export function workbookRelationsXml(sheets: readonly PackageSheet[]): string {
  return relationships([
    ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
  ]);
}

/** The drawing comes first, because a sheet refers to it as `rId1`. */
export function sheetRelationsXml(number: number): string {
  return relationships([
    [`${OFFICE}/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`],
    [`${OFFICE}/comments`, `../comments${number}.xml`],
  ]);
}

export function workbookXml(sheets: readonly PackageSheet[]): string {
  const each = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeText(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

/** The dates are fixed, so that the same contents give the same file. */
export const CORE_XML = [
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
  ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  '<dc:creator>Jejak</dc:creator>',
  '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>',
  '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>',
  '</cp:coreProperties>',
].join('');
