// Where an expression is evaluated: the value at hand, those around it, and what the whole run sees.
import type {Value} from './values.ts'

/** What one evaluation of a query may look at. */
export interface EvaluationContext {
  /** `*`: ascending by `_id`. */
  readonly all: readonly Value[]
  ofType(type: string): readonly Value[]
  /** What `->` and `documents::get` find; null for what is not there, or not for this reader. */
  get(id: string): Value
  /** Documents that refer to an id, for `documents::incomingRefCount()`. */
  referencing(id: string): readonly Value[]
  /** Of the asker, for `identity()`. */
  identity: string
  /** Milliseconds since the epoch, for `now()`. */
  now: number
  projectId: string
  dataset: string
  params?: Readonly<Record<string, Value>>
  /** What a webhook's filter compares: the document before and after (null where there is none). */
  before?: Value
  after?: Value
  /** Called for each value that is looked into. What it throws ends the evaluation. */
  tick?(): void
}

/** For what looks at a value alone, and to be filled in by who has something. */
export const EMPTY_CONTEXT: EvaluationContext = {
  all: [],
  ofType: () => [],
  get: () => null,
  referencing: () => [],
  identity: '',
  now: 0,
  projectId: '',
  dataset: '',
}

/** Immutable; a chain from the innermost value out. */
export class Scope {
  readonly value: Value
  /** What `^` means here. */
  readonly parent: Scope | null
  readonly run: EvaluationContext
  /** Steps of a traversal (`authors[].name`) put no level of `^` between. */
  readonly #isStep: boolean

  constructor(value: Value, run: EvaluationContext, parent: Scope | null = null, isStep = false) {
    this.value = value
    this.run = run
    this.parent = parent
    this.#isStep = isStep
  }

  /** Inside of a filter, a projection or an order: `^` leads back here. */
  within(value: Value): Scope {
    this.run.tick?.()
    return new Scope(value, this.run, this.#isStep ? this.parent : this)
  }

  step(value: Value): Scope {
    this.run.tick?.()
    return new Scope(value, this.run, this.#isStep ? this.parent : this, true)
  }
}

/** A compiled expression. */
export type Evaluate = (scope: Scope) => Value
