// An article's shared previews, live.
import {useCallback, useState} from 'react'
import {useLive, type Live, type LiveOptions} from '../../data/use-live.ts'
import {loadShared, SHARED_LISTEN, type LoadedShared} from './load-shared.ts'

interface Shared extends Live<LoadedShared> {
  /** After a failure. */
  retry: () => void
}

/** Links and remarks are few and come one at a time, so they are loaded almost at once. Milliseconds. */
const PAUSE_MS = 50

/** @param articleId the published one */
export function useShared(articleId: string): Shared {
  const [attempt, setAttempt] = useState(0)
  const load = useCallback<LiveOptions<LoadedShared>['load']>(
    (client) => loadShared(client, articleId),
    [articleId],
  )
  const {value, error} = useLive({
    listenTo: SHARED_LISTEN,
    // Each attempt starts a new listener.
    params: {articleId, attempt},
    load,
    tag: 'shared-previews',
    pauseMs: PAUSE_MS,
  })
  return {
    retry: () => setAttempt((count) => count + 1),
    ...(value?.articleId === articleId && {value}),
    ...(error && {error}),
  }
}
