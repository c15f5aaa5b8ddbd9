// Questions about a document alone: grants, listeners' filters. What is around it is not there.
import type {EvaluationContext} from './scope.ts'
import type {Value} from './values.ts'

/** Who asks, and when. */
type Caller = Pick<EvaluationContext, 'identity' | 'now' | 'params'>

interface AnyDocument {
  readonly _id: string
  readonly _type: string
}

/** `*` is the document, and a reference leads to nothing but itself. */
export const singleDocumentContext = (document: AnyDocument, asker: Caller): EvaluationContext =>
  new SingleDocumentContext(document, asker)

/** A class, as one is made for each document of a dataset. */
class SingleDocumentContext implements EvaluationContext {
  readonly projectId = ''
  readonly dataset = ''
  readonly #document: AnyDocument
  readonly #asker: Caller

  constructor(document: AnyDocument, asker: Caller) {
    this.#document = document
    this.#asker = asker
  }

  get all(): readonly Value[] {
    return [this.#document]
  }

  get identity(): string {
    return this.#asker.identity
  }

  /** Asked for only where the query asks. */
  get now(): number {
    return this.#asker.now
  }

  get params(): Readonly<Record<string, Value>> {
    return this.#asker.params ?? {}
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
