// What a publication of a front would change for readers, in the words of the ledger.
import {useEffect, useState} from 'react'
import {publishedIdOf} from '../../../model/ids.ts'
import {isPieceType} from '../../../model/registry.ts'
import {nameOf, timeAt} from '../../../workflow/checks/reading.ts'
import {describeFrontChange} from '../../../workflow/fronts/describe-front-change.ts'
import {slotsOf} from '../../../workflow/fronts/read-front.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import type {FrontDocument} from './front-document.ts'

/**
 * Undefined until the names have been read.
 *
 * @param at ISO 8601: when it is published; undefined for now
 */
export function useChanges(
  before: FrontDocument | null,
  after: FrontDocument,
  at?: string,
): string[] | undefined {
  const client = useRawClient()
  const [lines, setLines] = useState<string[]>()
  useEffect(() => {
    const closing = new AbortController()
    const ids = JSON.stringify([before, after]).match(/"_ref":"[^"]+"/g) ?? []
    client
      .fetch<PieceDocument[]>(
        '*[_id in $ids]',
        {ids: ids.flatMap((ref) => [ref.slice(8, -1), `drafts.${ref.slice(8, -1)}`])},
        {tag: 'fronts.names', signal: closing.signal},
      )
      .then((documents) =>
        setLines(changeLines({before, after, documents, time: at ? Date.parse(at) : Date.now()})),
      )
      .catch((error: Error) => {
        if (!closing.signal.aborted) setLines([`The changes could not be listed: ${error.message}`])
      })
    return () => closing.abort()
  }, [client, before, after, at])
  return lines
}

interface Change {
  before: FrontDocument | null
  after: FrontDocument
  /** What the front refers to, published and as drafts. */
  documents: readonly PieceDocument[]
  /** Milliseconds since the epoch. */
  time: number
}

export function changeLines({before, after, documents, time}: Change): string[] {
  const named = new Map(documents.map((one) => [publishedIdOf(one._id), one]))
  const name = (id: string): string => nameOf(named.get(id))
  const isLive = (id: string): boolean =>
    documents.some(
      (one) =>
        one._id === id && isPieceType(one._type) && (timeAt(one, 'embargo', 'until') ?? 0) <= time,
    )
  const hidden = slotsOf(after).filter(({piece}) => !isLive(piece))
  return [
    ...describeFrontChange(before, after, name),
    ...hidden.map(({piece}) => `${name(piece)} will come off: readers cannot open it.`),
  ]
}
