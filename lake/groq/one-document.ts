// Questions about a document alone: grants, listeners' filters. What is around it is not there.
import {NOTHING_AROUND, type Surroundings} from './scope.ts'

/** `*` is the document, and a reference leads to nothing but itself. */
export function aloneWith(
  document: {readonly _id: string; readonly _type: string},
  asker: Pick<Surroundings, 'identity' | 'now' | 'params'>,
): Surroundings {
  const all = [document]
  return {
    ...NOTHING_AROUND,
    all,
    ofType: (type) => (type === document._type ? all : []),
    get: (id) => (id === document._id ? document : null),
    identity: asker.identity,
    // Asked for only where the query asks.
    get now() {
      return asker.now
    },
    params: asker.params ?? {},
  }
}
