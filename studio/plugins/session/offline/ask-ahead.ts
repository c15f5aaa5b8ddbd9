// Asks once what a new piece begins with, so that the answers are kept, and one that is begun without a network has them.
import {useEffect} from 'react'
import {resolveInitialValueForType, useInitialValueResolverContext} from 'sanity'
import {typesOfKind} from '../../../../model/registry.ts'

/** How deep the studio itself looks for fields with a value to begin with. */
const DEPTH = 10

export function AskAhead(): null {
  const context = useInitialValueResolverContext()
  useEffect(() => {
    for (const name of typesOfKind('piece')) {
      const type = context.schema.get(name)
      if (type) void resolveInitialValueForType(type, {}, DEPTH, context).catch(() => {})
    }
  }, [context])
  return null
}
