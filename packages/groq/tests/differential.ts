// Our engine's answer beside groq-js's, on the same documents.
import fc from 'fast-check'
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect} from 'vitest'
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json} from '../src/types.ts'
import {DATASET, NOON, SETTING} from './fixture.ts'
import {change, documents, params, query} from './random-queries.ts'

const text = (value: unknown): string => JSON.stringify(value) ?? 'null'

export interface Answers {
  ours: string
  theirs: string
}

/** Null where groq-js itself refuses to parse it: the parser is shared. */
export function answers(
  query: string,
  params: Record<string, Json>,
  view: Documents,
): Answers | null {
  let tree
  try {
    tree = parse(query, {params})
  } catch {
    return null
  }
  const theirs = attempt(() =>
    toJS(
      evaluateSync(tree, {
        dataset: view.all,
        params,
        identity: 'u1',
        timestamp: new Date(NOON),
        sanity: {projectId: 'copydesk', dataset: DATASET},
      }),
    ),
  )
  const ours = attempt(() =>
    createPlan(query, params).evaluate({
      view,
      ...SETTING,
    }),
  )
  return {ours, theirs}
}

/**
 * Asks queries made up at random, three to a dataset, with a commit after each.
 *
 * @returns how many were asked, and how many were answered by more than nothing
 * @throws at the first that is answered otherwise than by groq-js
 */
export function compareAnswers(datasets: number): {asked: number; said: number} {
  const counts = {asked: 0, said: 0}
  const step = fc.tuple(query, params, change)
  fc.assert(
    fc.property(documents, fc.array(step, {minLength: 3, maxLength: 3}), (dataset, steps) => {
      const view = createDocumentIndex(dataset)
      for (const [asked, given, next] of steps) {
        const both = answers(asked, given, view)
        if (both) {
          counts.asked += 1
          if (both.theirs !== 'null' && both.theirs !== '[]') counts.said += 1
          expect(both.ours, asked).toBe(both.theirs)
        }
        view.put(next)
      }
    }),
    {numRuns: datasets},
  )
  return counts
}

function attempt(evaluate: () => unknown): string {
  try {
    return text(evaluate())
  } catch (error) {
    return `refused: ${String(error)}`
  }
}
