// A store in this browser, opened when it is first needed.
import {openDB, type DBSchema, type IDBPDatabase} from 'idb'

/** @param upgrade makes the object stores of a new database */
export function storeIn<S extends DBSchema>(
  name: string,
  upgrade: (made: IDBPDatabase<S>) => void,
): () => Promise<IDBPDatabase<S>> {
  let opened: Promise<IDBPDatabase<S>> | undefined
  return () =>
    (opened ??= openDB<S>(name, 1, {
      upgrade,
      // A later release waits for older windows otherwise.
      blocking: (_current, _blocked, event) => {
        ;(event.target as IDBDatabase).close()
        opened = undefined
      },
    }))
}
