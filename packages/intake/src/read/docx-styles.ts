// The styles and the lists of a Word file.
import type {Hint} from '../lines.ts'
import {hintOf, wordsOf} from './hints.ts'
import {childOf, elementsOf, type Element, findAll} from './tree.ts'

/** What properties of a run or a style say; what is missing is inherited. */
export interface RunLook {
  isBold?: boolean
  isItalic?: boolean
  isHidden?: boolean
  /** In points. */
  size?: number
}

export interface Style {
  name: string
  look: RunLook
  hint?: Hint
  heading?: number
  isList?: boolean
  indent?: number
  numbering?: Numbering
}

/** A paragraph's place in a list. */
export interface Numbering {
  id: string
  level: string
}

export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** `<w:b/>` is on, `<w:b w:val="false"/>` is off, and without it nothing is said. */
export function switchOf(properties: Element | undefined, name: string): boolean | undefined {
  const found = childOf(properties, name)
  return found && !/^(?:false|0|off|none)$/.test(found.attributes['w:val'] ?? '')
}

/** The look that a `w:rPr` gives. */
export function runLookOf(properties: Element | undefined): RunLook {
  const isBold = switchOf(properties, 'w:b')
  const isItalic = switchOf(properties, 'w:i')
  const isHidden = switchOf(properties, 'w:vanish')
  const size = Number(valueOf(properties, 'w:sz')) / 2
  return {
    ...(isBold === undefined ? {} : {isBold}),
    ...(isItalic === undefined ? {} : {isItalic}),
    ...(isHidden === undefined ? {} : {isHidden}),
    ...(size > 0 ? {size} : {}),
  }
}

/** The indent of a `w:pPr` in twentieths of a point. */
export function indentOf(properties: Element | undefined): number | undefined {
  const attributes = childOf(properties, 'w:ind')?.attributes
  const left = attributes?.['w:left'] ?? attributes?.['w:start']
  return left === undefined ? undefined : Number(left)
}

export function numberingOf(properties: Element | undefined): Numbering | undefined {
  const found = childOf(properties, 'w:numPr')
  const id = valueOf(found, 'w:numId')
  return id === undefined ? undefined : {id, level: valueOf(found, 'w:ilvl') ?? '0'}
}

export class Styles {
  readonly #elements = new Map<string, Element>()
  readonly #styles = new Map<string, Style>()
  readonly #defaults: RunLook
  readonly defaultParagraph: string | undefined
  /** BCP 47: of Latin text, and of Chinese and Japanese. */
  readonly languages: {latin: string | undefined; wide: string | undefined}

  constructor(root: Element | null) {
    const styles = root ? (childOf(root, 'w:styles') ?? root) : undefined
    for (const element of styles ? elementsOf(styles) : []) {
      const id = element.name === 'w:style' && element.attributes['w:styleId']
      if (id) this.#elements.set(id, element)
    }
    const defaults = childOf(childOf(childOf(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
    this.#defaults = runLookOf(defaults)
    const language = childOf(defaults, 'w:lang')?.attributes
    this.languages = {latin: language?.['w:val'], wide: language?.['w:eastAsia']}
    this.defaultParagraph = [...this.#elements].find(
      ([, {attributes}]) =>
        attributes['w:type'] === 'paragraph' && /^(?:1|true)$/.test(attributes['w:default'] ?? ''),
    )?.[0]
  }

  /** A style with all that it inherits. */
  get(id: string | undefined): Style {
    return id === undefined ? {name: '', look: this.#defaults} : this.#resolve(id, new Set())
  }

  #resolve(id: string, below: Set<string>): Style {
    const known = this.#styles.get(id)
    if (known) return known
    const element = this.#elements.get(id)
    const base = element && valueOf(element, 'w:basedOn')
    // Some programs write a circle of styles.
    const isCircle = base === undefined || below.has(base) || below.size > 50
    const parent = isCircle ? this.get(undefined) : this.#resolve(base, below.add(id))
    const style = element ? styleOf(element, parent) : {...parent, ...meaningOf(id)}
    this.#styles.set(id, style)
    return style
  }
}

function styleOf(element: Element, parent: Style): Style {
  const name = valueOf(element, 'w:name') ?? element.attributes['w:styleId'] ?? ''
  const paragraph = childOf(element, 'w:pPr')
  const level = Number(valueOf(paragraph, 'w:outlineLvl') ?? Number.NaN)
  const indent = indentOf(paragraph)
  const numbering = numberingOf(paragraph)
  const meaning = meaningOf(name)
  return {
    ...parent,
    ...(level < 9 ? {heading: Math.min(level + 1, 6)} : {}),
    ...(indent === undefined ? {} : {indent}),
    ...(numbering ? {numbering} : {}),
    ...meaning,
    name,
    look: {...parent.look, ...runLookOf(childOf(element, 'w:rPr'))},
  }
}

const HEADING =
  /^(?:heading|überschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|見出し|标题|標題) ?([1-9])$/
const MEANINGS: readonly [RegExp, Omit<Style, 'name' | 'look'>][] = [
  [/^(?:title|titel|titre|título|titulo|titolo|表題|标题)$/, {hint: 'headline', heading: 1}],
  [/^(?:subtitle|untertitel|sous titre|subtítulo|sottotitolo|副題|副标题)$/, {hint: 'dek'}],
  [
    /^(?:caption|beschriftung|légende|leyenda|epígrafe|didascalia|図表番号|题注)$/,
    {hint: 'caption'},
  ],
  [
    /^(?:intense quote|intensives zitat|citation intense|cita destacada|引用文 2)$/,
    {hint: 'pullQuote'},
  ],
  [/^(?:quote|zitat|citation|cita|citazione|引用文|block text|blocktext)$/, {hint: 'blockquote'}],
]

/** What the name of a style says: Word's own names, in its languages, and names that newsrooms give. */
function meaningOf(name: string): Omit<Style, 'name' | 'look'> {
  const words = wordsOf(name.replace(/(?<=\p{L})(?=\d$)/u, ' '))
  const level = HEADING.exec(words)?.[1]
  if (level) return {heading: Math.min(Number(level), 6)}
  const known = MEANINGS.find(([pattern]) => pattern.test(words))?.[1]
  if (known) return known
  if (/^(?:normal|standard|body|header|footer|footnote|endnote|comment|hyperlink|list)/.test(words))
    return {}
  const hint = hintOf(name, 0)
  return hint && hint !== 'furniture' ? {hint} : {}
}

/** Whether the items of a list have numbers, by `w:numId` and level. */
export class Numberings {
  readonly #formats = new Map<string, string>()

  constructor(root: Element | null) {
    if (!root) return
    const lists = new Map(
      [...findAll(root, 'w:abstractNum')].map((list) => [list.attributes['w:abstractNumId'], list]),
    )
    for (const number of findAll(root, 'w:num')) {
      const id = number.attributes['w:numId']
      const list = lists.get(valueOf(number, 'w:abstractNumId'))
      for (const level of [...(list ? elementsOf(list) : []), ...findAll(number, 'w:lvl')]) {
        const format = valueOf(level, 'w:numFmt')
        if (format) this.#formats.set(`${id}/${level.attributes['w:ilvl']}`, format)
      }
    }
  }

  kindOf({id, level}: Numbering): 'bullet' | 'number' | undefined {
    const format = this.#formats.get(`${id}/${level}`)
    if (id === '0' || format === 'none') return undefined
    return format === undefined || format === 'bullet' ? 'bullet' : 'number'
  }
}
