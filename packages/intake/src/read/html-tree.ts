// What can be said about the elements of a page before its text is read.
import {tidy} from './clean.ts'
import {elementsOf, type Element, type Node, textOf} from './tree.ts'

export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Their text is a program's, another page's or a form's, or it is only for browsers without scripts. */
export const UNREAD: ReadonlySet<string> = new Set(
  (
    'applet area base canvas colgroup datalist frameset head input link map meta noembed noframes noscript optgroup ' +
    'option param script select source style svg template textarea title track xml'
  ).split(' '),
)

/** Figures of an element with all that is in it. */
export interface Measure {
  /** Characters that print. */
  text: number
  linkText: number
  pictures: number
  embeds: number
  headings: number
  paragraphs: number
  /** Blocks with text of their own. */
  textBlocks: number
  hasTitle: boolean
  hasCaption: boolean
}

export type Measures = ReadonlyMap<Element, Measure>

export const NOTHING: Measure = {
  text: 0,
  linkText: 0,
  pictures: 0,
  embeds: 0,
  headings: 0,
  paragraphs: 0,
  textBlocks: 0,
  hasTitle: false,
  hasCaption: false,
}

/** Measures all elements of a page. */
export function measure(root: Element): Measures {
  const measures = new Map<Element, Measure>()
  const visit = (element: Element): Measure => {
    const sum = {...NOTHING}
    if (UNREAD.has(element.name)) return sum
    for (const child of element.children) {
      if (typeof child === 'string') sum.text += printed(child)
      else add(sum, visit(child))
    }
    count(sum, element)
    measures.set(element, sum)
    return sum
  }
  visit(root)
  return measures
}

function printed(text: string): number {
  let count = text.length
  for (const space of text.matchAll(/\s+/g)) count -= space[0].length
  return count
}

function add(sum: Measure, part: Measure): void {
  sum.text += part.text
  sum.linkText += part.linkText
  sum.pictures += part.pictures
  sum.embeds += part.embeds
  sum.headings += part.headings
  sum.paragraphs += part.paragraphs
  sum.textBlocks += part.textBlocks
  sum.hasTitle ||= part.hasTitle
  sum.hasCaption ||= part.hasCaption
}

function count(sum: Measure, {name, attributes}: Element): void {
  if (name === 'a' || name === 'button') sum.linkText = sum.text
  else if (name === 'img' || name === 'amp-img') sum.pictures += 1
  else if (name === 'iframe' || name === 'video' || name === 'audio') sum.embeds += 1
  else if (/^h[1-6]$/.test(name)) sum.headings += 1
  else if (name === 'figcaption') sum.hasCaption = true
  if (/caption/i.test(attributes['class'] ?? '')) sum.hasCaption = true
  else if (name === 'p' && sum.text > 0) sum.paragraphs += 1
  if (name === 'h1') sum.hasTitle = true
  if (BLOCKS.has(name) && sum.text > 0) sum.textBlocks = Math.max(sum.textBlocks, 1)
}

/** Whether empty lines part the paragraphs, which are `div` elements then, as mail programs write them. */
export function hasBlankDivs(root: Element, measures: Measures): boolean {
  let blank = 0
  let filled = 0
  const visit = (element: Element): void => {
    const inner = elementsOf(element)
    if (element.name === 'div') {
      const {text = 0, pictures = 0} = measures.get(element) ?? {}
      const isLeaf = !inner.some(({name}) => BLOCKS.has(name))
      if (isLeaf && text > 0) filled += 1
      else if (isLeaf && pictures === 0 && isBlank(element)) blank += 1
    }
    inner.forEach(visit)
  }
  visit(root)
  return blank > 0 && blank * 5 >= filled
}

const isBlank = (element: Element): boolean =>
  element.children.some((child) => typeof child !== 'string' && child.name === 'br') ||
  textOf(element).includes('\xA0')

/** Text in quotation marks and nothing else. */
export const isQuoted = (nodes: Node[]): boolean =>
  /^(?:“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“”]+[“”]|‘.+’|「[^「」]+」)$/u.test(
    tidy(nodes.map(textOf).join('')),
  )
