// The paragraphs of a Word file.
import type {Line} from '../lines.ts'
import {linkTarget} from './address.ts'
import {
  indentOf,
  numberingOf,
  type Numberings,
  type RunLook,
  runLookOf,
  type Style,
  type Styles,
  switchOf,
  valueOf,
} from './docx-styles.ts'
import type {PartPictures, Relations} from './docx-parts.ts'
import {type Block, LineWriter} from './line-writer.ts'
import {symbolOf} from './symbols.ts'
import {tableLines} from './table.ts'
import {childOf, elementsOf, type Element, findAll, textOf} from './tree.ts'

interface Parts {
  styles: Styles
  numberings: Numberings
  pictures: PartPictures
  relations: Relations
}

/** What is around a run. */
interface State {
  look: RunLook
  href?: string | undefined
}

/** A field is code up to its separator, and then what is shown for it. */
interface Field {
  code: string
  /** It or a field around it is at its code. */
  isCode: boolean
  isAroundCode: boolean
  link: string | undefined
}

/** Left-out versions of a text, and what is not text of the page. */
const UNREAD = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:pPr',
  'w:rPr',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:footnoteRef',
  'w:endnoteRef',
  'mc:Fallback',
])

export class DocxBody {
  readonly #parts: Parts
  readonly #writer = new LineWriter()
  #fields: Field[] = []
  readonly #notes = {footnote: [] as string[], endnote: [] as string[]}
  #relations: Relations
  #figures = 0
  /** Boxes that are anchored in the paragraph that is being read. */
  #boxes: Element[] = []

  constructor(parts: Parts) {
    this.#parts = parts
    this.#relations = parts.relations
  }

  read(document: Element): Line[] {
    for (const body of findAll(document, 'w:body')) this.#children(body, {look: {}})
    return this.#writer.finish()
  }

  refersTo(kind: 'footnote' | 'endnote'): boolean {
    return this.#notes[kind].length > 0
  }

  /** The notes that the text refers to, in its order. */
  readNotes(root: Element, kind: 'footnote' | 'endnote', relations: Relations): Line[] {
    this.#relations = relations
    const notes = new Map(
      [...findAll(root, `w:${kind}`)].map((note) => [note.attributes['w:id'], note]),
    )
    return this.#notes[kind].flatMap((id) => {
      const note = notes.get(id)
      notes.delete(id)
      return note ? this.#writer.collect(() => this.#children(note, {look: {}})) : []
    })
  }

  #children(element: Element, state: State): void {
    for (const child of elementsOf(element)) this.#element(child, state)
  }

  #element(element: Element, state: State): void {
    const {name} = element
    if (UNREAD.has(name)) return
    if (name === 'w:p') this.#paragraph(element)
    else if (name === 'w:tbl') this.#table(element)
    else if (name === 'w:r') this.#run(element, state)
    else if (name === 'w:t' || name === 'm:t') this.#text(textOf(element), state)
    else if (name === 'w:hyperlink')
      this.#children(element, {...state, href: this.#linkOf(element)})
    else if (name === 'w:fldSimple')
      this.#children(element, {...state, href: fieldLink(element.attributes['w:instr'])})
    else if (name === 'w:sdt') this.#control(element, state)
    else if (name === 'w:ruby') this.#ruby(element, state)
    else if (name === 'mc:AlternateContent') this.#alternative(element, state)
    else if (name === 'w:txbxContent') this.#boxes.push(element)
    else if (name === 'a:blip' || name === 'v:imagedata') this.#picture(element)
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object')
      this.#drawing(element, state)
    else if (!this.#special(element, state)) this.#children(element, state)
  }

  /** Elements that are a character or a mark; false for all others. */
  #special(element: Element, state: State): boolean {
    const {name, attributes} = element
    if (name === 'w:br' || name === 'w:cr') {
      if (!this.#isInCode()) this.#writer.breakLine()
    } else if (name === 'w:tab' || name === 'w:ptab') this.#text(' ', state)
    else if (name === 'w:noBreakHyphen') this.#text('-', state)
    else if (name === 'w:sym')
      this.#text(symbolOf(attributes['w:font'], attributes['w:char']), state)
    else if (name === 'w:fldChar') this.#fieldChar(attributes['w:fldCharType'])
    else if (name === 'w:footnoteReference') this.#notes.footnote.push(attributes['w:id'] ?? '')
    else if (name === 'w:endnoteReference') this.#notes.endnote.push(attributes['w:id'] ?? '')
    else return false
    return true
  }

  #text(text: string, {look, href}: State): void {
    if (this.#isInCode() || look.isHidden) return
    const link = href ?? this.#fields.at(-1)?.link
    const {isBold = false, isItalic = false, size} = look
    this.#writer.text(text, {
      isBold,
      isItalic,
      ...(size ? {size} : {}),
      ...(link ? {href: link} : {}),
    })
  }

  #isInCode(): boolean {
    return this.#fields.at(-1)?.isCode ?? false
  }

  #fieldChar(type: string | undefined): void {
    const field = this.#fields.at(-1)
    if (type === 'begin') {
      const isAroundCode = field?.isCode ?? false
      this.#fields.push({code: '', isCode: true, isAroundCode, link: field?.link})
    } else if (type === 'separate' && field) {
      field.isCode = field.isAroundCode
      field.link = fieldLink(field.code) ?? field.link
    } else if (type === 'end') this.#fields.pop()
  }

  #run(run: Element, state: State): void {
    const properties = childOf(run, 'w:rPr')
    const style = valueOf(properties, 'w:rStyle')
    const named = style === undefined ? {} : this.#characterLook(style)
    const look = {...state.look, ...named, ...runLookOf(properties)}
    const field = this.#fields.at(-1)
    for (const child of elementsOf(run)) {
      if (child.name === 'w:instrText' && field) field.code += textOf(child)
      else this.#element(child, {...state, look})
    }
  }

  /** A character style only adds to what the paragraph says. */
  #characterLook(id: string): RunLook {
    const plain = this.#parts.styles.get(undefined).look
    const look = this.#parts.styles.get(id).look
    return Object.fromEntries(
      Object.entries(look).filter(([key, value]) => plain[key as keyof RunLook] !== value),
    )
  }

  #linkOf(link: Element): string | undefined {
    const relation = this.#relations.get(link.attributes['r:id'] ?? '')
    return relation?.isExternal ? linkTarget(relation.target) : undefined
  }

  /** How a word is read is written behind it in brackets. */
  #ruby(ruby: Element, state: State): void {
    const [base, reading] = [childOf(ruby, 'w:rubyBase'), childOf(ruby, 'w:rt')]
    if (base) this.#children(base, state)
    if (!reading) return
    this.#text('（', state)
    this.#children(reading, state)
    this.#text('）', state)
  }

  /** A form field's hint ("Click here") is not text. */
  #control(control: Element, state: State): void {
    const properties = childOf(control, 'w:sdtPr')
    if (switchOf(properties, 'w:showingPlcHdr')) return
    this.#children(control, state)
  }

  /** The same content for newer and older programs: it is read once. */
  #alternative(element: Element, state: State): void {
    const versions = elementsOf(element)
    const known = versions.find((version) => version.name === 'mc:Choice' && hasContent(version))
    const version = known ?? versions.find(({name}) => name === 'mc:Fallback')
    if (version) this.#children(version, state)
  }

  #drawing(drawing: Element, state: State): void {
    // The picture of an embedded table or film is only a preview of it.
    if (drawing.name === 'w:object') return
    const [described] = findAll(drawing, 'wp:docPr')
    const before = this.#alt
    this.#alt = described?.attributes['descr'] ?? undefined
    this.#children(drawing, state)
    this.#alt = before
  }

  #alt: string | undefined

  #picture({attributes}: Element): void {
    const id = attributes['r:embed'] || attributes['r:link'] || attributes['r:id'] || ''
    const picture = this.#parts.pictures.place(this.#relations.get(id), this.#alt)
    if (picture !== null) this.#writer.show({picture})
  }

  #paragraph(paragraph: Element): void {
    const properties = childOf(paragraph, 'w:pPr')
    const {styles} = this.#parts
    const style = styles.get(valueOf(properties, 'w:pStyle') ?? styles.defaultParagraph)
    const outer = this.#writer.block
    const boxes = this.#boxes
    this.#boxes = []
    this.#writer.block = {...outer, ...this.#blockOf(properties, style)}
    this.#children(paragraph, {look: style.look})
    // Without its mark, a paragraph goes on in the next one.
    if (!isMarkDeleted(properties)) this.#writer.endBlock()
    for (const box of this.#boxes) this.#box(box)
    this.#boxes = boxes
    this.#writer.block = outer
  }

  #blockOf(properties: Element | undefined, style: Style): Block {
    const level = Number(valueOf(properties, 'w:outlineLvl') ?? Number.NaN)
    const heading = level < 9 ? Math.min(level + 1, 6) : style.heading
    const numbering = numberingOf(properties) ?? style.numbering
    const list = numbering && !heading ? this.#parts.numberings.kindOf(numbering) : undefined
    const isIndented = (indentOf(properties) ?? style.indent ?? 0) >= 400
    return {
      ...(style.hint ? {hint: style.hint} : {}),
      ...(heading ? {heading} : {}),
      ...(list ? {list: {kind: list, isUsed: false}} : {}),
      ...(isIndented ? {isIndented} : {}),
    }
  }

  /** A box beside the text. */
  #box(box: Element): void {
    const outer = this.#writer.block
    const fields = this.#fields
    this.#fields = []
    this.#writer.block = {figure: (this.#figures += 1)}
    this.#writer.endBlock()
    this.#children(box, {look: {}})
    this.#writer.endBlock()
    this.#fields = fields
    this.#writer.block = outer
  }

  #table(table: Element): void {
    const rows = [...rowsOf(table)].map((row) =>
      [...cellsOf(row)].map((cell) => this.#writer.collect(() => this.#children(cell, {look: {}}))),
    )
    this.#writer.add(tableLines(rows, () => (this.#figures += 1)))
  }
}

const isMarkDeleted = (properties: Element | undefined): boolean => {
  const mark = childOf(properties, 'w:rPr')
  return (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined
}

/** The address in `HYPERLINK "https://…"`. */
const fieldLink = (code: string | undefined): string | undefined =>
  linkTarget(/^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(code ?? '')?.[1])

const CONTENT = ['w:t', 'a:blip', 'v:imagedata', 'm:t']
const hasContent = (element: Element): boolean =>
  CONTENT.some((name) => findAll(element, name).next().done === false)

/** Rows that were not deleted. */
function* rowsOf(table: Element): Generator<Element> {
  for (const child of elementsOf(table)) {
    if (child.name === 'w:tr') {
      if (!childOf(childOf(child, 'w:trPr'), 'w:del')) yield child
    } else if (!UNREAD.has(child.name)) yield* rowsOf(child)
  }
}

function* cellsOf(row: Element): Generator<Element> {
  for (const child of elementsOf(row)) {
    if (child.name === 'w:tc') yield child
    else if (!UNREAD.has(child.name)) yield* cellsOf(child)
  }
}
