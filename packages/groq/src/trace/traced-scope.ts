// The scope of a traced expression: an ordinary scope, with the sources of its values.
import type {Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Origin, Traced} from './origin.ts'

/** Immutable. Its parents have the same levels as those of `Scope`. */
export class TracedScope {
  /** The scope for expressions that are not traced. */
  readonly plain: Scope
  readonly origin: Origin
  readonly parent: TracedScope | null
  /** Results of the subqueries that are evaluated once per run. */
  readonly onceResults: Map<Node, Traced>
  readonly #isStep: boolean

  constructor(
    plain: Scope,
    origin: Origin = 'unknown',
    parent: TracedScope | null = null,
    isStep = false,
  ) {
    this.plain = plain
    this.origin = origin
    this.parent = parent
    this.onceResults = parent?.onceResults ?? new Map()
    this.#isStep = isStep
  }

  /** The value of `@`. */
  get at(): Traced {
    return {value: this.plain.value, origin: this.origin}
  }

  /** See `Scope.within`. */
  within({value, origin}: Traced): TracedScope {
    return new TracedScope(this.plain.within(value), origin, this.#enclosing())
  }

  /** See `Scope.step`. */
  step({value, origin}: Traced): TracedScope {
    return new TracedScope(this.plain.step(value), origin, this.#enclosing(), true)
  }

  #enclosing(): TracedScope | null {
    return this.#isStep ? this.parent : this
  }
}

/** A compiled expression that returns the source of its value, too. */
export type Trace = (scope: TracedScope) => Traced
