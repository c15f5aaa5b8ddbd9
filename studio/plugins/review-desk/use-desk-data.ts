// The desk's rows, kept up to date while the desk is open.
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {workspaceMode} from '../../data/workspace-mode.ts'
import type {DeskFrame, DeskSnapshot} from './desk-records.ts'
import {createDeskFollower, type DeskFollower} from './follow-desk.ts'
import {joinPieces, type DeskPiece} from './join-pieces.ts'
import {createNewsroomTime} from '../../ui/time/newsroom-time.ts'
import {useContentHashes} from './use-content-hashes.ts'

const API_VERSION = '2025-02-19'

export interface DeskData {
  status: 'loading' | 'ready' | 'failed'
  /** What went wrong last, in words; rows that were there before stay. */
  message?: string
  frame: DeskFrame | null
  pieces: DeskPiece[]
  reload: () => void
}

/** Who comes back to the desk from an article finds it as it was, and then up to date. */
let kept: {me: string; snapshot: DeskSnapshot} | undefined

const startOfDayIn = (timeZone: string): string =>
  createNewsroomTime(timeZone).startOfDay(Date.now())

/** @param day anything that becomes another value when the newsroom's day ends */
export function useDeskData(day: string | undefined): DeskData {
  const me = useCurrentUser()?.id ?? ''
  const plainClient = useClient({apiVersion: API_VERSION})
  const client = useMemo(() => plainClient.withConfig({perspective: 'raw'}), [plainClient])
  const [snapshot, setSnapshot] = useState<DeskSnapshot | null>(
    kept?.me === me ? kept.snapshot : null,
  )
  const [message, setMessage] = useState<string | undefined>()
  const follower = useRef<DeskFollower | null>(null)
  const stateIsKept = workspaceMode().embedded

  useEffect(() => {
    const following = createDeskFollower({
      client,
      me,
      stateIsKept,
      startOfDay: startOfDayIn,
      onSnapshot(snapshot) {
        kept = {me, snapshot}
        setSnapshot(snapshot)
        setMessage(undefined)
      },
      onError: (error) => setMessage(error.message),
    })
    follower.current = following
    return () => following.close()
  }, [client, me, stateIsKept])

  const firstDay = useRef(day)
  useEffect(() => {
    if (firstDay.current !== undefined && day !== firstDay.current) follower.current?.reload()
    firstDay.current = day
  }, [day])

  const contentHashOf = useContentHashes(stateIsKept ? null : snapshot)
  const pieces = useMemo(
    () => (snapshot ? joinPieces(snapshot, {me, stateIsKept, contentHashOf}) : []),
    [snapshot, me, stateIsKept, contentHashOf],
  )
  const reload = useCallback(() => {
    setMessage(undefined)
    follower.current?.reload()
  }, [])
  const status = snapshot ? 'ready' : message === undefined ? 'loading' : 'failed'
  return {status, frame: snapshot?.frame ?? null, pieces, reload, ...(message && {message})}
}
