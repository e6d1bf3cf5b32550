import { columnLetters } from '../sheet.js';
import { escapeText } from './escape.js';

/** A note on a cell; row counted from 1, column from 0. */
export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const AUTHOR = 'Jejak';

/** The texts of the notes of a sheet. */
export function* commentsXml(comments: readonly Comment[]): Generator<string> {
  yield '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  yield `<authors><author>${AUTHOR}</author></authors><commentList>`;
  for (const { row, column, text } of comments)
    yield `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${escapeText(text)}</t></text></comment>`;
  yield '</commentList></comments>';
}

/** The boxes in which Excel shows the notes: it shows none without this drawing, in the language before OOXML. */
export function* drawingXml(comments: readonly Comment[]): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
  yield '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  yield '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  for (const [index, { row, column }] of comments.entries()) {
    const anchor = [column + 1, 15, row - 1, 2, column + 4, 15, row + 4, 4].join(', ');
    yield `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}
