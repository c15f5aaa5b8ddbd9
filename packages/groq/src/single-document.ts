// The context for filters that are evaluated on one document, such as grants and listeners' filters.
import type {EvaluationContext} from './scope.ts'
import type {Value} from './values.ts'

/** The values of `identity()`, `now()` and parameters. */
type Caller = Pick<EvaluationContext, 'identity' | 'now' | 'params'>

interface AnyDocument {
  readonly _id: string
  readonly _type: string
}

/** `*` is this document, and only references to itself resolve. */
export const singleDocumentContext = (document: AnyDocument, caller: Caller): EvaluationContext =>
  new SingleDocumentContext(document, caller)

/** A class, because one is created for each document of a dataset. */
class SingleDocumentContext implements EvaluationContext {
  readonly projectId = ''
  readonly dataset = ''
  readonly #document: AnyDocument
  readonly #caller: Caller

  constructor(document: AnyDocument, caller: Caller) {
    this.#document = document
    this.#caller = caller
  }

  get all(): readonly Value[] {
    return [this.#document]
  }

  get identity(): string {
    return this.#caller.identity
  }

  /** A getter: the caller may observe whether the query uses `now()`. */
  get now(): number {
    return this.#caller.now
  }

  get params(): Readonly<Record<string, Value>> {
    return this.#caller.params ?? {}
  }

  ofType(type: string): readonly Value[] {
    return type === this.#document._type ? this.all : []
  }

  get(id: string): Value {
    return id === this.#document._id ? this.#document : null
  }

  referencing(): readonly Value[] {
    return []
  }
}
