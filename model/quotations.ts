// Words in running text that are annotated with a quote.
import {publishedIdOf} from './ids.ts'
import {itemSegment, type PathSegment} from './path-text.ts'

/** Annotated words in one place, such as those before “she said”. */
export interface QuotationPart {
  /** Of the annotation, from the searched value on. */
  path: readonly PathSegment[]
  text: string
}

/** What a paragraph quotes from one quote. It goes on where the next paragraph quotes from it, too. */
export interface Quotation {
  /** The published ID of the quote. */
  quote: string
  /** In the order of the text. */
  parts: QuotationPart[]
}

type Path = readonly PathSegment[]
type Fields = Record<string, unknown>

/** All quotations in a document's texts, in the order of the texts. */
export function quotationsIn(value: unknown, path: Path = []): Quotation[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((item, index) =>
      isBlock(item) ? [] : quotationsIn(item, [...path, itemSegment(item, index)]),
    )
    return [...inText(value, path), ...inside]
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => quotationsIn(member, [...path, name]))
}

function inText(text: unknown[], path: Path): Quotation[] {
  const found: Quotation[] = []
  // By the IDs of the quotes.
  let before = new Map<string, Quotation>()
  for (const [index, block] of text.entries()) {
    const here = new Map<string, Quotation>()
    for (const {quote, ...part} of partsOf(block, [...path, itemSegment(block, index)])) {
      const known = here.get(quote) ?? before.get(quote)
      const quotation = known ?? {quote, parts: []}
      if (!known) found.push(quotation)
      quotation.parts.push(part)
      here.set(quote, quotation)
    }
    before = here
  }
  return found
}

type Part = QuotationPart & {quote: string}

/** Other marks on a part of the words divide them into spans, and pasting gives them annotations of their own. */
function partsOf(block: unknown, path: Path): Part[] {
  if (!isBlock(block)) return []
  const definitions = listOf(block['markDefs'])
  const parts: Part[] = []
  let before = new Map<string, Part>()
  for (const child of block.children) {
    const here = new Map<string, Part>()
    const {text, marks} = isObject(child) ? child : {}
    for (const mark of listOf(marks)) {
      const index = definitions.findIndex((one) => isObject(one) && one['_key'] === mark)
      const quote = quoteOf(definitions[index])
      if (quote === undefined || here.has(quote) || typeof text !== 'string') continue
      const place = [...path, 'markDefs', itemSegment(definitions[index], index)]
      const known = before.get(quote)
      const part = known ?? {quote, path: place, text: ''}
      if (!known) parts.push(part)
      part.text += text
      here.set(quote, part)
    }
    before = here
  }
  return parts
}

/** The published ID of the quote that an annotation names, by a reference or as queries answer it. */
function quoteOf(annotation: unknown): string | undefined {
  if (!isObject(annotation) || annotation['_type'] !== 'quotation') return undefined
  const {quote} = annotation
  const id = isObject(quote) ? (quote['_ref'] ?? quote['_id']) : undefined
  return typeof id === 'string' ? publishedIdOf(id) : undefined
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBlock = (value: unknown): value is Fields & {children: unknown[]} =>
  isObject(value) && Array.isArray(value['children'])
