// A view with changed documents gives the same results as an index of the changed documents.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {byId} from '../src/documents/sorted-list.ts'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import {withChanges} from '../src/documents/overlay.ts'
import {createPlan} from '../src/plan/plan.ts'
import {DATASET, NOON} from './fixture.ts'
import {change, documents, params, query} from './random-queries.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

test(
  'random queries have the results of an index of the changed documents',
  {tags: ['random']},
  () => {
    let changed = 0
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(change, fc.boolean()), {maxLength: 3}),
        query,
        params,
        (dataset, changes, asked, given) => {
          const own = new Map(
            changes.map(([document, isThere]) => [document._id, isThere ? document : undefined]),
          )
          const now = new Map([...dataset.map((one) => [one._id, one] as const), ...own])
          const whole = [...now.values()].filter((document) => document !== undefined)
          let plan
          try {
            plan = createPlan(asked, given)
          } catch {
            return
          }
          const setting = {
            identity: 'u1',
            now: NOON,
            projectId: 'x',
            dataset: DATASET,
            maxRows: 1e6,
          }
          const [over, anew] = [
            withChanges(createDocumentIndex(dataset), own),
            createDocumentIndex(whole.toSorted(byId)),
          ].map((view) => JSON.stringify(plan.evaluate({...setting, view})))
          expect(over, asked).toBe(anew)
          if (
            anew !== JSON.stringify(plan.evaluate({...setting, view: createDocumentIndex(dataset)}))
          )
            changed += 1
        },
      ),
      {numRuns: runs(2_000)},
    )
    expect(changed).toBeGreaterThan(200 * FACTOR)
  },
)
