// *Used in*, live.
import {useCallback, useMemo, useState} from 'react'
import {publishedIdOf} from '../../../model/ids.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {loadUses, USES_LISTEN, type LoadedUses} from './load-uses.ts'
import {useLive, type LiveOptions} from '../use-live.ts'
import {usedIn, type UsedIn} from './used-in.ts'

export interface WhereUsed {
  /** Undefined until it is known. */
  entries?: UsedIn[]
  timeZone: string
  error?: Error
}

export function useWhereUsed(documentId: string, type: string): WhereUsed {
  const id = publishedIdOf(documentId)
  const [ids, setIds] = useState([id])
  const load = useCallback<LiveOptions<LoadedUses>['load']>(
    async (client) => {
      const loaded = await loadUses(client, {id, type})
      // Another quote names the source, so the listener must follow its articles as well.
      setIds((known) => (known.join() === loaded.ids.join() ? known : loaded.ids))
      return loaded
    },
    [id, type],
  )
  const {value, error} = useLive({listenTo: USES_LISTEN, params: {ids}, load, tag: 'where-used'})
  const entries = useMemo(() => {
    const {embedded} = workspaceMode()
    return value?.target.id === id ? usedIn({...value, stateIsStored: embedded}) : undefined
  }, [value, id])
  return {
    timeZone: value?.timeZone ?? 'UTC',
    ...(entries && {entries}),
    ...(error && {error}),
  }
}
