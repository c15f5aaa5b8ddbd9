// What a query finds for the words that a person writes. It is asked when they pause.
import {useEffect, useState} from 'react'
import {useRawClient} from '../../data/use-raw-client.ts'

const PAUSE_MS = 200

/**
 * @param query takes `$words`, and `$pattern` for `match`; must stay the same between renders
 * @param words undefined until something is to be found
 * @returns what was found last, also after a problem; nothing at first
 */
export function useSearch<Found>(
  query: string,
  words: string | undefined,
  tag: string,
): {found?: Found[]; problem?: string} {
  const client = useRawClient()
  const [state, setState] = useState<{found?: Found[]; problem?: string}>({})
  useEffect(() => {
    if (words === undefined) return undefined
    const closing = new AbortController()
    const timer = setTimeout(() => {
      const trimmed = words.trim()
      const params = {words: trimmed, pattern: `${trimmed}*`}
      client
        .fetch<Found[]>(query, params, {tag, signal: closing.signal})
        .then((found) => setState({found}))
        .catch((error: Error) => {
          if (!closing.signal.aborted) setState((last) => ({...last, problem: error.message}))
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      closing.abort()
    }
  }, [client, query, words, tag])
  return state
}
