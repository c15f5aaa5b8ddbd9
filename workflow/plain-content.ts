// Content without the editor's bookkeeping: two texts that read the same are the same, however they
// were typed. Cutting a paragraph and putting it back, or making a word bold and plain again, leaves
// other keys and other pieces of text behind, and nothing that a reader could see.

type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How firmly a reference is kept changes with publication; keys tell items apart for the editor;
 * `verifiedWords` is a hash of the text. */
const BOOKKEEPING = new Set(['_key', '_weak', '_strengthenOnPublish', 'verifiedWords'])

export function plainContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainContent)
  if (!isObject(value)) return value
  // Whatever it calls itself: what has children is rendered as text.
  return Array.isArray(value['children']) ? plainBlock(value) : plainObject(value)
}

function plainObject(value: Fields): Fields {
  const entries = Object.entries(value)
    .filter(([name, member]) => member !== undefined && !BOOKKEEPING.has(name))
    .map(([name, member]) => [name, plainContent(member)] as const)
  return Object.fromEntries(entries)
}

/** A block of Portable Text: its marks say what they mean, and one run of text is one span. */
function plainBlock({children, markDefs, ...block}: Fields): Fields {
  const definitions = definitionsOf(markDefs)
  // Renderers differ in what they make of it, and some in whether they show the text at all.
  if (!definitions) return {...plainObject(block), children: plainContent(children), markDefs}
  const runs: unknown[] = []
  for (const child of children as unknown[]) {
    const run = isSpan(child) ? plainSpan(child, definitions) : plainContent(child)
    const last = runs.at(-1)
    if (isSpan(last) && isSpan(run) && isSameButText(last, run)) {
      runs[runs.length - 1] = {...last, text: String(last['text']) + String(run['text'])}
    } else {
      runs.push(run)
    }
  }
  const visibleRuns = runs.filter((run) => !isSpan(run) || run['text'] !== '')
  return {...plainObject(block), children: visibleRuns}
}

/** What marks refer to, by their keys; null where it is not one definition for each key. */
function definitionsOf(markDefs: unknown): Map<unknown, Fields> | null {
  const list: unknown = markDefs ?? []
  if (!Array.isArray(list) || !list.every(isObject)) return null
  const keys = list.map((definition) => definition['_key'])
  if (new Set(keys).size < keys.length || keys.some((key) => typeof key !== 'string')) return null
  return new Map(list.map((definition) => [definition['_key'], plainObject(definition)]))
}

function isSpan(value: unknown): value is Fields {
  return isObject(value) && value['_type'] === 'span' && typeof value['text'] === 'string'
}

function plainSpan(span: Fields, definitions: ReadonlyMap<unknown, Fields>): Fields {
  const marks: unknown = span['marks'] ?? []
  // What no editor writes: renderers may stumble over it, so that it is not the same as no mark.
  if (!Array.isArray(marks) || !marks.every((mark) => typeof mark === 'string')) {
    return {...plainObject(span), marks: {as: marks}}
  }
  const meant = marks.map((mark) => definitions.get(mark) ?? mark)
  return {
    ...plainObject(span),
    marks: meant.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }
}

function isSameButText(a: Fields, b: Fields): boolean {
  return JSON.stringify({...a, text: ''}) === JSON.stringify({...b, text: ''})
}
