// The documents that a filter on `*` has to go through, by the narrowest of the look-ups that it allows.
import type {Compile} from '../groq/compile.ts'
import {NOTHING_AROUND, Scope} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {Value} from '../groq/values.ts'
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

export function compileLookUp(candidates: Candidates, compile: Compile): LookUp {
  if (candidates.kind === 'fields') {
    const field = fieldOf(candidates.field, compile)
    const values = valuesOf(candidates.values, compile, (value) => [value])
    return (scope) => {
      const wanted = values(scope)
      if (!wanted.every(isSimple)) return undefined
      const {view} = runOf(scope)
      return {documents: united(wanted.map((value) => view.having(field, value))), wanted: []}
    }
  }
  const {kind} = candidates
  const values = valuesOf(candidates.values, compile, stringsOf)
  return (scope) => {
    const wanted = values(scope)
    return {documents: pick(runOf(scope).view, kind, wanted), wanted}
  }
}

/** Those that are known, or those at hand when they are asked for. */
function valuesOf<T>(
  values: T[] | Node,
  compile: Compile,
  read: (value: Value) => T[],
): (scope: Scope) => T[] {
  if (Array.isArray(values)) return () => values
  const around = compile(values)
  return (scope) => read(around(scope))
}

function fieldOf(node: Node, compile: Compile): Field {
  const evaluate = compile(node)
  return {
    name: JSON.stringify(node),
    valueOf: (document) => evaluate(new Scope(document, NOTHING_AROUND)),
  }
}
