// `follow` as a hook.
import {useEffect, useState} from 'react'
import type {SanityClient} from 'sanity'
import {follow} from './follow.ts'
import {useRawClient} from './use-raw-client.ts'

export interface LiveOptions<T> {
  listenTo: string
  params?: Record<string, unknown>
  /** Must stay the same function between renders. Its client has the perspective `raw`. */
  load: (client: SanityClient) => Promise<T>
  tag: string
  /** As for `follow`. */
  pauseMs?: number
}

export interface Live<T> {
  value?: T
  error?: Error
}

/** The last loaded value; none at first. */
export function useLive<T>({listenTo, params, load, tag, pauseMs}: LiveOptions<T>): Live<T> {
  const client = useRawClient()
  const [live, setLive] = useState<Live<T>>({})
  // Equal parameters are a new object in each render.
  const paramsText = JSON.stringify(params ?? {})

  useEffect(() => {
    const following = follow({
      client,
      listenTo,
      params: JSON.parse(paramsText) as Record<string, unknown>,
      load: () => load(client),
      onValue: (value) => setLive({value}),
      // The last value stays on the screen.
      onError: (error) => setLive((last) => ({...last, error})),
      tag,
      ...(pauseMs !== undefined && {pauseMs}),
    })
    return () => following.close()
  }, [client, listenTo, paramsText, load, tag, pauseMs])

  return live
}
