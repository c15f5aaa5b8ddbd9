// What the Content Lake's GROQ has and groq-js lacks, rewritten into what groq-js has.
import type {LakeDocument} from '../types.ts'
import {pick, type LookUpKind} from './candidates.ts'
import type {DocumentIndex} from './document-index.ts'
import {
  attribute,
  call,
  computedString,
  isCall,
  literal,
  type GroqValue,
  type Node,
} from './syntax-tree.ts'
import type {Touch} from './touched-types.ts'
import {countMatches, parseTextQuery, type TextQuery} from './text-query.ts'

/** Marks a dereference as a look-up of ours; random, so that no stored `_ref` can be one. */
const LOOK_UP = `\u0000${crypto.randomUUID()}:`
const INCOMING = `${LOOK_UP}incoming:`
const CANDIDATES = `${LOOK_UP}candidates:`

/** Above this, more mentions of a word do not rank a document higher. */
const MOST_MENTIONS = 4

/** Replaces one node; its children have been replaced before. */
export function extend(node: Node): Node {
  if (node.type === 'OpCall' && node.op === 'match') {
    const right = node.right as Node
    if (isCall(right, 'text', 'query')) {
      return matchText(node.left as Node, (right.args as Node[])[0] ?? literal(null))
    }
  }
  if (isCall(node, 'documents', 'get')) return getDocument(node.args as Node[])
  if (isCall(node, 'documents', 'incomingRefCount')) {
    return dereferenceId({
      type: 'OpCall',
      op: '+',
      left: literal(INCOMING),
      right: attribute('_id'),
    })
  }
  // Attributes come from single sign-on, which an embedded lake has not: nobody has any.
  if (isCall(node, 'user', 'attributes')) return literal({})
  return node
}

/**
 * `text match text::query(search)` becomes `"x x x" match "x"` with one `x` per mention: true where
 * there is one, and `score()` ranks by how many, as it does for any `match`.
 */
function matchText(text: Node, search: Node): Node {
  const parsed = new Map<string, TextQuery>()
  const mentions = (value: GroqValue, query: GroqValue): string => {
    if (query.type !== 'string') return ''
    const source = String(query.data)
    const textQuery = parsed.get(source) ?? parseTextQuery(source)
    parsed.set(source, textQuery)
    return 'x '.repeat(Math.min(countMatches(value.data, textQuery), MOST_MENTIONS))
  }
  return {
    type: 'OpCall',
    op: 'match',
    left: computedString([text, search], mentions),
    right: literal('x'),
  }
}

/** By reference, by global document reference (`dataset:project.dataset:id`) or by plain id. */
const getDocument = (args: readonly Node[]): Node =>
  call(
    'global',
    'coalesce',
    args.flatMap((reference) => [{type: 'Deref', base: reference}, dereferenceId(reference)]),
  )

const dereferenceId = (id: Node): Node => ({
  type: 'Deref',
  base: {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: id}],
  },
})

/** Documents found by an expression's value: a string, or a list of them. */
export function lookUpCandidates(kind: LookUpKind, values: Node): Node {
  const key = computedString([values], ({data}) => {
    const list: unknown[] = Array.isArray(data) ? data : [data]
    const texts = list.filter((item) => typeof item === 'string')
    return `${CANDIDATES}${JSON.stringify([kind, texts])}`
  })
  return dereferenceId(key)
}

interface Place {
  view: DocumentIndex
  projectId: string
  dataset: string
  /** Told how many documents a look-up hands to a filter. */
  count: (rows: number) => void
  touch: Touch
}

/** What `->` yields in a view: a document, null, or the answer to a look-up of ours. */
export function dereference(
  reference: string,
  {view, projectId, dataset, count, touch}: Place,
): LakeDocument | readonly LakeDocument[] | number | null {
  if (reference.startsWith(INCOMING)) {
    touch(null)
    return view.referencing(reference.slice(INCOMING.length)).length
  }
  if (reference.startsWith(CANDIDATES)) {
    const [kind, values] = JSON.parse(reference.slice(CANDIDATES.length)) as [LookUpKind, string[]]
    const documents = pick(view, kind, values)
    count(documents.length)
    if (kind === 'ids') touchFound(documents, values, touch)
    return documents
  }
  const home = `dataset:${projectId}.${dataset}:`
  const id = reference.startsWith(home) ? reference.slice(home.length) : reference
  const document = view.get(id)
  // Nobody knows what will be there once there is something.
  touch(document ? document._type : null)
  return document ?? null
}

/** Tells of what was looked up by id: where something is missing, it may be of any type. */
export function touchFound(
  documents: readonly LakeDocument[],
  ids: readonly string[],
  touch: Touch,
): void {
  for (const {_type} of documents) touch(_type)
  if (documents.length < new Set(ids).size) touch(null)
}
