// How many arguments each function takes. The parser checks only some functions.

/** The minimum and the maximum. */
type Arity = readonly [number, number]

const NONE: Arity = [0, 0]
const ONE: Arity = [1, 1]
const TWO: Arity = [2, 2]
const ANY: Arity = [0, Infinity]
const SOME: Arity = [1, Infinity]

/** By namespace and name. Functions without a namespace are in `global`. */
export const ARITY: Readonly<Record<string, Readonly<Record<string, Arity>>>> = {
  global: {
    after: NONE,
    anywhere: ONE,
    before: NONE,
    boost: TWO,
    coalesce: ANY,
    count: ONE,
    dateTime: ONE,
    defined: ONE,
    geo: ONE,
    identity: NONE,
    length: ONE,
    lower: ONE,
    now: NONE,
    path: ONE,
    pt: ONE,
    references: SOME,
    round: [1, 2],
    select: ANY,
    string: ONE,
    upper: ONE,
  },
  array: {compact: ONE, intersects: TWO, join: TWO, unique: ONE},
  dateTime: {now: NONE},
  delta: {changedAny: ONE, changedOnly: ONE, operation: NONE},
  diff: {changedAny: [3, 3], changedOnly: [3, 3]},
  documents: {
    get: ONE,
    incomingGlobalDocumentReferenceCount: NONE,
    incomingRefCount: NONE,
  },
  geo: {contains: TWO, distance: TWO, intersects: TWO, latLng: TWO},
  math: {avg: ONE, max: ONE, min: ONE, sum: ONE},
  media: {aspect: TWO},
  pt: {text: ONE},
  releases: {all: NONE},
  sanity: {dataset: NONE, partOfRelease: ONE, projectId: NONE, versionOf: ONE},
  string: {lower: ONE, split: TWO, startsWith: TWO, upper: ONE},
  text: {query: ONE, semanticSimilarity: ONE},
  user: {attributes: NONE},
}

/** Functions after `|`. */
export const PIPE_ARITY: Readonly<Record<string, Arity>> = {order: SOME, score: SOME}

/** The error message, or undefined for a correct number of arguments. */
export function arityFault(name: string, [min, max]: Arity, count: number): string | undefined {
  if (count >= min && count <= max) return undefined
  const bound = min === max ? `${min}` : count < min ? `at least ${min}` : `at most ${max}`
  return `Incorrect number of arguments to function ${name}(). Expected ${bound}, got ${count}.`
}
