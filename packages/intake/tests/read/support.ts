// What tests of the readers share: short forms of lines, and Word files built here.
import {strToU8, zipSync} from 'fflate'
import type {Line, Reading} from '../../src/lines.ts'
import {read} from '../../src/read/read.ts'
import type {ReadOptions} from '../../src/read/read.ts'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A line without what is not set: without the start of a group and without marks. */
export function short({marks, startsGroup, ...line}: Line): Partial<Line> {
  return {...line, ...(startsGroup ? {} : {startsGroup}), ...(marks.length > 0 ? {marks} : {})}
}

/** The texts of a file's lines. */
export async function textsOf(
  file: string | Uint8Array,
  options: ReadOptions = {},
): Promise<string[]> {
  return (await readingOf(file, options)).lines.map(({text}) => text)
}

/** A file's lines in short. */
export async function linesOf(
  file: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Partial<Line>[]> {
  return (await readingOf(file, options)).lines.map(short)
}

export const readingOf = async (
  file: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Reading> => await read(typeof file === 'string' ? utf8(file) : file, options)

/** The smallest picture: one red dot. */
export const DOT = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)

const NAMESPACES =
  'xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:v="v" xmlns:wps="wps" xmlns:m="m"'

export interface DocxParts {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  core?: string
  /** `<Relationship …/>` elements. */
  relations?: string
  files?: Record<string, Uint8Array>
}

/** A Word file with the given XML in its parts. */
export function docx({
  body,
  styles,
  numbering,
  footnotes,
  core,
  relations = '',
  files = {},
}: DocxParts): Uint8Array {
  const part = (name: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`)
  const rels = (content: string): Uint8Array => strToU8(`<Relationships>${content}</Relationships>`)
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': rels(
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': rels(relations),
    ...(styles ? {'word/styles.xml': part('styles', styles)} : {}),
    ...(numbering ? {'word/numbering.xml': part('numbering', numbering)} : {}),
    ...(footnotes ? {'word/footnotes.xml': part('footnotes', footnotes)} : {}),
    ...(core
      ? {'docProps/core.xml': strToU8(`<cp:coreProperties>${core}</cp:coreProperties>`)}
      : {}),
    ...files,
  })
}

/** A paragraph of Word, with its properties. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

/** A run of Word, with its properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
