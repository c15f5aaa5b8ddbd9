// The desk's rows, kept up to date while the desk is open.
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {useRawClient} from '../../data/use-raw-client.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import type {DeskFrame, DeskSnapshot} from './desk-records.ts'
import {createDeskFollower, type DeskFollower} from './follow-desk.ts'
import {joinPieces, type DeskPiece} from './join-pieces.ts'
import {createNewsroomTime} from '../../ui/time/newsroom-time.ts'
import {useValidApprovals} from './use-valid-approvals.ts'

export interface DeskData {
  status: 'loading' | 'ready' | 'failed'
  /** The message of the last failure; earlier rows stay. */
  message?: string
  frame: DeskFrame | null
  pieces: DeskPiece[]
  reload: () => void
}

/** Shown at once when a person comes back to the desk, and then updated. */
let cached: {me: string; snapshot: DeskSnapshot} | undefined

const startOfDayIn = (timeZone: string): string =>
  createNewsroomTime(timeZone).startOfDay(Date.now())

/** @param day any value that changes when the newsroom's day ends */
export function useDeskData(day: string | undefined): DeskData {
  const me = useCurrentUser()?.id ?? ''
  const client = useRawClient()
  const [snapshot, setSnapshot] = useState<DeskSnapshot | null>(
    cached?.me === me ? cached.snapshot : null,
  )
  const [message, setMessage] = useState<string | undefined>()
  const follower = useRef<DeskFollower | null>(null)
  const stateIsStored = workspaceMode().embedded

  useEffect(() => {
    const following = createDeskFollower({
      client,
      me,
      stateIsStored,
      startOfDay: startOfDayIn,
      onSnapshot(snapshot) {
        cached = {me, snapshot}
        setSnapshot(snapshot)
        setMessage(undefined)
      },
      onError: (error) => setMessage(error.message),
    })
    follower.current = following
    return () => following.close()
  }, [client, me, stateIsStored])

  const firstDay = useRef(day)
  useEffect(() => {
    if (firstDay.current !== undefined && day !== firstDay.current) follower.current?.reload()
    firstDay.current = day
  }, [day])

  const isAsApproved = useValidApprovals(stateIsStored ? null : snapshot)
  const pieces = useMemo(
    () => (snapshot ? joinPieces(snapshot, {me, stateIsStored, isAsApproved}) : []),
    [snapshot, me, stateIsStored, isAsApproved],
  )
  const reload = useCallback(() => {
    setMessage(undefined)
    follower.current?.reload()
  }, [])
  const status = snapshot ? 'ready' : message === undefined ? 'loading' : 'failed'
  return {status, frame: snapshot?.frame ?? null, pieces, reload, ...(message && {message})}
}
