// Reads Word files (.docx). Embedded programs are never opened.
import {IntakeError, type Line, type Reading} from '../lines.ts'
import {isWide, tidy} from './clean.ts'
import {decodeXml} from './charset.ts'
import {DocxBody} from './docx-body.ts'
import {Numberings, Styles} from './docx-styles.ts'
import {languageTag} from './language-tag.ts'
import {settleOrnaments} from './ornaments.ts'
import {PartPictures, type Relations, relationsIn} from './docx-parts.ts'
import {type Element, findAll, parseTree, textOf} from './tree.ts'
import type {Zip} from './zip.ts'

/** The name of a Word file's main part; null if the zip file is something else. */
export async function mainPartOf(zip: Zip, signal?: AbortSignal): Promise<string | null> {
  const root = await parseXml(zip, '_rels/.rels', signal)
  const relations = root && [...relationsIn(root, '').values()]
  const main = relations?.find(({type}) => type.endsWith('/officeDocument'))?.target
  const name = main ?? 'word/document.xml'
  return /word/i.test(name) && zip.has(name) ? name : null
}

/** Reads the text and the pictures of a Word file. */
export async function readDocx(zip: Zip, main: string, signal?: AbortSignal): Promise<Reading> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parse = async (name: string): Promise<Element | null> => await parseXml(zip, name, signal)
  const document = await parse(main)
  if (!document)
    throw new IntakeError('This Word file has no text part. Save it once more in Word.')
  const relationsOf = async (name: string): Promise<Relations> => {
    const root = await parse(`${folder}_rels/${name}.rels`)
    return root ? relationsIn(root, folder) : new Map()
  }
  const relations = await relationsOf(main.slice(folder.length))
  const partOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target
  const styles = new Styles(await parse(partOf('styles') ?? `${folder}styles.xml`))
  const numberings = new Numberings(await parse(partOf('numbering') ?? `${folder}numbering.xml`))
  const pictures = new PartPictures(zip)
  const body = new DocxBody({styles, numberings, pictures, relations})
  let lines = body.read(document)
  for (const kind of ['footnote', 'endnote'] as const) {
    if (!body.refersTo(kind)) continue
    const part = partOf(`${kind}s`) ?? `${folder}${kind}s.xml`
    const notes = await parse(part)
    const noteRelations = await relationsOf(part.slice(folder.length))
    if (notes) lines = lines.concat(body.readNotes(notes, kind, noteRelations))
  }
  settleOrnaments(lines)
  await pictures.load()
  const core = await parse('docProps/core.xml')
  return {
    format: 'docx',
    lines,
    pictures: pictures.list,
    language: languageIn(styles, core, lines),
    title: titleIn(core),
  }
}

async function parseXml(zip: Zip, name: string, signal?: AbortSignal): Promise<Element | null> {
  const bytes = await zip.read(name)
  return bytes && (await parseTree(decodeXml(bytes), {isXml: true, signal}))
}

function titleIn(core: Element | null): string | null {
  const [title] = core ? findAll(core, 'dc:title') : []
  const text = title ? tidy(textOf(title)) : ''
  return text === '' || isGiven(text) ? null : text
}

/** Programs name a new file themselves. */
const isGiven = (title: string): boolean =>
  /^(?:(?:document|dokument|documento|untitled|word document|文書) ?\d*|microsoft word.*|powerpoint.*)$/i.test(
    title,
  )

function languageIn(styles: Styles, core: Element | null, lines: Line[]): string | null {
  const isMostlyWide = lines.filter(({text}) => isWide(text)).length * 2 > lines.length
  const [named] = core ? findAll(core, 'dc:language') : []
  const {latin, wide} = styles.languages
  return languageTag((named && tidy(textOf(named))) || (isMostlyWide ? wide : latin))
}
