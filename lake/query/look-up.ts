// The documents that a filter on `*` has to go through, by the narrowest of the look-ups that it allows.
import type {Compile} from '../groq/compile.ts'
import {Scope, type Surroundings} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import {pick, stringsOf, united, type Candidates} from './candidates.ts'
import {isSimple, type Field} from './document-index.ts'
import {runOf} from './run.ts'

interface Found {
  documents: readonly LakeDocument[]
  /** What was looked up. */
  wanted: readonly string[]
}

/** Undefined where the value at hand cannot be looked up. */
export type LookUp = (scope: Scope) => Found | undefined

/** So few are gone through at once: no other look-up need be tried. */
const FEW = 16

export function narrowest(lookUps: readonly LookUp[], scope: Scope): Found | undefined {
  let best: Found | undefined
  for (const lookUp of lookUps) {
    const found = lookUp(scope)
    if (found && (!best || found.documents.length < best.documents.length)) best = found
    if (best && best.documents.length <= FEW) break
  }
  return best
}

export function compileLookUp({kind, values, field}: Candidates, compile: Compile): LookUp {
  const known = Array.isArray(values) ? values : undefined
  const around = known ? undefined : compile(values as Node)
  if (kind === 'fields' && field) {
    const own = fieldOf(field, compile)
    return (scope) => {
      const wanted: unknown[] = known ?? [around?.(scope)]
      if (!wanted.every(isSimple)) return undefined
      const {view} = runOf(scope)
      return {documents: united(wanted.map((value) => view.having(own, value))), wanted: []}
    }
  }
  const named = kind === 'fields' ? 'types' : kind
  const texts = known?.filter((value) => typeof value === 'string')
  return (scope) => {
    const wanted = texts ?? stringsOf(around?.(scope))
    return {documents: pick(runOf(scope).view, named, wanted), wanted}
  }
}

function fieldOf(node: Node, compile: Compile): Field {
  const evaluate = compile(node)
  return {
    name: JSON.stringify(node),
    valueOf: (document) => evaluate(new Scope(document, NOTHING)),
  }
}

/** A field is of the document alone: nothing around it is looked at. */
const NOTHING: Surroundings = {
  all: [],
  ofType: () => [],
  get: () => null,
  referencing: () => [],
  identity: '',
  now: 0,
  projectId: '',
  dataset: '',
}
