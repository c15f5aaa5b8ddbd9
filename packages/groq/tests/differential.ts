// Compares the results of our engine with those of groq-js.
import fc from 'fast-check'
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect} from 'vitest'
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json} from '../src/types.ts'
import {DATASET, NOON, OPTIONS} from './fixture.ts'
import {change, documents, params, query} from './random-queries.ts'

const text = (value: unknown): string => JSON.stringify(value) ?? 'null'

export interface Answers {
  ours: string
  theirs: string
}

/** Null if groq-js cannot parse the query: both engines use its parser. */
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
      ...OPTIONS,
    }),
  )
  return {ours, theirs}
}

/**
 * Evaluates random queries, three for each dataset, with a commit after each.
 *
 * @returns the number of queries, and the number of results that are not empty
 * @throws for the first different result
 */
export function compareAnswers(datasets: number): {evaluated: number; nonEmpty: number} {
  const counts = {evaluated: 0, nonEmpty: 0}
  const step = fc.tuple(query, params, change)
  fc.assert(
    fc.property(documents, fc.array(step, {minLength: 3, maxLength: 3}), (dataset, steps) => {
      const view = createDocumentIndex(dataset)
      for (const [asked, given, next] of steps) {
        const both = answers(asked, given, view)
        if (both) {
          counts.evaluated += 1
          if (both.theirs !== 'null' && both.theirs !== '[]') counts.nonEmpty += 1
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
