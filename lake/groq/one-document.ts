// Questions about a document alone: grants, listeners' filters. What is around it is not there.
import type {Surroundings} from './scope.ts'
import type {Value} from './values.ts'

interface Asker {
  identity: string
  /** Milliseconds since the epoch. */
  now: number
  params?: Readonly<Record<string, Value>>
}

/** `*` is the document, and a reference leads to nothing but itself. */
export function aloneWith(
  document: {readonly _id: string; readonly _type: string},
  {identity, now, params = {}}: Asker,
): Surroundings {
  const all = [document]
  const none: Value[] = []
  return {
    all,
    ofType: (type) => (type === document._type ? all : none),
    get: (id) => (id === document._id ? document : null),
    referencing: () => none,
    identity,
    now,
    projectId: '',
    dataset: '',
    params,
  }
}
