// Frees the memory that loading a dataset used temporarily. Otherwise a thread keeps it for good.
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/**
 * The engine's own collector, for which Node has no function. Takes some tenths of a second per
 * gigabyte.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
