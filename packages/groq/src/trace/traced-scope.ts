// Where an expression is traced: an ordinary scope, and the origins of its values.
import type {Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Origin, Traced} from './origin.ts'

/** Immutable, as scopes are; what stands around has the same levels (`Scope`). */
export class TracedScope {
  /** The same place for what is evaluated without tracing. */
  readonly plain: Scope
  readonly origin: Origin
  readonly parent: TracedScope | null
  /** Subqueries that are the same wherever they stand, traced once. */
  readonly answered: Map<Node, Traced>
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
    this.answered = parent?.answered ?? new Map()
    this.#isStep = isStep
  }

  /** What `@` is here. */
  get at(): Traced {
    return {value: this.plain.value, origin: this.origin}
  }

  /** As `Scope.within`. */
  within({value, origin}: Traced): TracedScope {
    return new TracedScope(this.plain.within(value), origin, this.#around())
  }

  /** As `Scope.step`. */
  step({value, origin}: Traced): TracedScope {
    return new TracedScope(this.plain.step(value), origin, this.#around(), true)
  }

  #around(): TracedScope | null {
    return this.#isStep ? this.parent : this
  }
}

/** A compiled expression that answers where its value comes from, too. */
export type Trace = (scope: TracedScope) => Traced
