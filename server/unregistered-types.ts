// Documents whose type the registry does not name: an import brought them, or their type was removed.
import {isRegistered} from '../model/registry.ts'

/**
 * Says which types are not in the registry, with their counts; undefined where all are.
 *
 * @param counts documents by type, e.g. `documents.typeCounts('production')`
 */
export function unregisteredTypes(counts: ReadonlyMap<string, number>): string | undefined {
  const found = [...counts].filter(([type]) => !isRegistered(type))
  if (found.length === 0) return undefined
  const list = found.map(([type, count]) => `${type} (${count})`).join(', ')
  const types = found.length === 1 ? 'One type is' : `${found.length} types are`
  return `${types} not in model/content-types.ts: ${list}. Readers and journalists do not see these documents; only an import can write them.`
}
