// The scope in which an expression is evaluated: the current value, the enclosing values, and the
// context.
import type {Value} from './values.ts'

/** What all expressions of one evaluation share. */
export interface EvaluationContext {
  /** `*`, ascending by `_id`. */
  readonly all: readonly Value[]
  ofType(type: string): readonly Value[]
  /** For `->` and `documents::get()`. Null if the document does not exist or the caller may not see it. */
  get(id: string): Value
  /** Documents with a reference to the ID, for `documents::incomingRefCount()`. */
  referencing(id: string): readonly Value[]
  /** For `identity()`. */
  identity: string
  /** For `now()`, in milliseconds since the epoch. */
  now: number
  projectId: string
  dataset: string
  params?: Readonly<Record<string, Value>>
  /** For a webhook's filter: the document before and after the change. Null if it does not exist. */
  before?: Value
  after?: Value
  /** Called for each value that is visited. It may throw to end the evaluation. */
  tick?(): void
}

/** A context without documents. */
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

/** Immutable. The parents are the enclosing scopes. */
export class Scope {
  readonly value: Value
  /** The value of `^`. */
  readonly parent: Scope | null
  readonly run: EvaluationContext
  /** Steps of a path (`authors[].name`) add no level of `^`. */
  readonly #isStep: boolean

  constructor(value: Value, run: EvaluationContext, parent: Scope | null = null, isStep = false) {
    this.value = value
    this.run = run
    this.parent = parent
    this.#isStep = isStep
  }

  /** The scope inside a filter, a projection or an order, from which `^` leads back here. */
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
