// Queries made up at random, answered through the views of several readers and by groq-js.
import fc from 'fast-check'
import {parse} from 'groq-js'
import {createGrants} from '../../src/grants.ts'
import {createDataset} from '../../src/query/dataset.ts'
import {type Documents, parsePerspective} from '@copydesk/groq/documents'
import type {Actor, Json, LakeDocument} from '../../src/types.ts'
import {ANYONE, SYSTEM} from './fixture.ts'
import {NOON} from '@copydesk/groq/tests/fixture.ts'
import {byId, createEvaluator, groqJsResult} from '@copydesk/groq/tests/hard-cases.ts'
import {ROLES, seen} from './hard-seen.ts'
import {commit, datasetWithQueries, params} from '@copydesk/groq/tests/random-plans.ts'

const STAFF: Actor = {id: 'u1', kind: 'user', roles: ['staff'], name: 'Jo'}

interface Reader {
  actor: Actor
  perspective: string
  sees: (document: LakeDocument) => boolean
}

const isPublic = ({_id, hidden}: LakeDocument): boolean => !_id.includes('.') && hidden !== true
const READERS: Reader[] = [
  {actor: SYSTEM, perspective: 'raw', sees: () => true},
  {actor: SYSTEM, perspective: 'drafts', sees: () => true},
  {actor: SYSTEM, perspective: 'r1,drafts', sees: () => true},
  {actor: STAFF, perspective: 'raw', sees: ({hidden}) => hidden !== true},
  {actor: ANYONE, perspective: 'published', sees: isPublic},
]

/** Puts something wrong in the place of a view. */
type Spoil = (view: Documents) => Documents

/** A few queries, asked again and again while the newsroom changes. */
const course = fc.tuple(
  datasetWithQueries,
  fc.array(fc.tuple(fc.nat(4), params, fc.nat(READERS.length - 1), commit), {
    minLength: 16,
    maxLength: 16,
  }),
)

export interface Counts {
  asked: number
  /** Answered by more than nothing. */
  said: number
}

/** @param spoil puts a fault in: then the first that is noticed is enough, however long it is */
export function comparePlans(courses: number, spoil?: Spoil): Counts & {difference: string | null} {
  const counts: Counts = {asked: 0, said: 0}
  // Kept throughout: plans are asked on views that they were not made for.
  const ask = createEvaluator()
  const differing = (
    documents: readonly LakeDocument[],
    queries: readonly string[],
    steps: readonly (readonly [number, Record<string, Json>, number, object])[],
  ): string | null => {
    const now = new Map(documents.map((document) => [document._id, document]))
    const grants = createGrants(ROLES, () => NOON)
    const dataset = createDataset({documents, roles: ROLES, grants})
    for (const [which, given, who, changes] of steps) {
      const text = queries[which] ?? ''
      const reader = READERS[who]
      if (!reader || !parses(text, given)) continue
      const {actor, perspective, sees} = reader
      const view = dataset.view(actor, parsePerspective(perspective), NOON)
      const theirs = JSON.stringify(
        groqJsResult(text, given, seen(byId([...now.values()]), sees, perspective)),
      )
      const ours = attempt(() => JSON.stringify(ask(text, given, spoil ? spoil(view) : view)))
      counts.asked += 1
      if (!['null', '[]', '0'].includes(theirs)) counts.said += 1
      if (ours !== theirs) {
        const asker = `${actor.name}, ${perspective}`
        return `${text}\n${JSON.stringify(given)}\n${asker}\nours   ${ours}\ntheirs ${theirs}`
      }
      const changed = new Map(Object.entries(changes as Record<string, LakeDocument | undefined>))
      for (const [id, document] of changed) {
        if (document) now.set(id, document)
        else now.delete(id)
      }
      dataset.apply(changed)
    }
    return null
  }
  const found = fc.check(
    fc.property(course, ([{documents, queries}, steps]) => {
      const difference = differing(documents, queries, steps)
      if (difference !== null) throw new Error(difference)
    }),
    {numRuns: courses, endOnFailure: spoil !== undefined},
  )
  const error: unknown = found.errorInstance
  return {
    ...counts,
    difference: found.failed
      ? `seed ${found.seed}: ${error instanceof Error ? error.message : String(error)}`
      : null,
  }
}

function parses(text: string, given: Record<string, Json>): boolean {
  try {
    parse(text, {params: given})
    return true
  } catch {
    return false
  }
}

function attempt(evaluate: () => string): string {
  try {
    return evaluate()
  } catch (error) {
    return `refused: ${String(error)}`
  }
}
