// The state of the Review desk and its actions.
import {DEFAULT_PIECE} from '../../../model/registry.ts'
import {useCallback, useMemo, useRef, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {useRouter} from 'sanity/router'
import {publishesArticles} from '../../data/roles.ts'
import {useColleagues} from '../../data/use-colleagues.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {createNewsroomTime} from '../../ui/time/newsroom-time.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {focusRow} from './focus-row.ts'
import type {DeskPiece} from './join-pieces.ts'
import type {QueueName} from './queues.ts'
import {useDeskActions} from './use-desk-actions.ts'
import {useDeskCommands} from './use-desk-commands.ts'
import {useDeskData} from './use-desk-data.ts'
import {useDeskView, type DeskView} from './use-desk-view.ts'
import {useSelection} from './use-selection.ts'

/** @param isMyWork shows only the person's own pieces */
export function useDesk(isMyWork: boolean) {
  const user = useCurrentUser()
  const me = user?.id ?? ''
  const maySelect = publishesArticles(user, !workspaceMode().embedded)
  const {data, now, time, startOfDay} = useDataOfToday()
  const {pieces} = data
  const view = useDeskView(pieces, startOfDay, isMyWork)
  const {order, memory} = view
  const {current} = memory
  const selection = useSelection(order)
  const {assigning, assign, end} = useAssigning(pieces)
  const [showsKeys, setShowsKeys] = useState(false)
  const filter = useRef<HTMLInputElement>(null)
  const {nameOf, assignable} = useColleagues(useMentioned(pieces))
  const describe = useMemo(() => ({me, now, time, nameOf}), [me, now, time, nameOf])
  const open = useOpenPiece(pieces, view.change)
  const actions = useDeskActions(pieces)
  useDeskCommands({
    enabled: assigning === null && actions.opened === null && !showsKeys,
    maySelect,
    shortcuts: actions.shortcuts,
    order,
    current,
    selection,
    open,
    assign,
    act: actions.open,
    findInDesk: () => filter.current?.focus(),
    showKeys: () => setShowsKeys(true),
  })

  return {
    data,
    view,
    selection,
    maySelect,
    describe,
    filter,
    assignable,
    assigning,
    showsKeys,
    setShowsKeys,
    assign,
    actions,
    endAssigning() {
      end()
      selection.clear()
      focusRow(current ?? undefined)
    },
    rowActions: {
      focus: (id: string) => view.change({current: id}),
      open,
      select: selection.select,
      assign: (id: string) => assign([id]),
      act: actions.open,
    },
  }
}

/** The pieces of the dialog *Assign*. */
function useAssigning(pieces: readonly DeskPiece[]) {
  const [assigning, setAssigning] = useState<readonly DeskPiece[] | null>(null)
  return {
    assigning,
    assign(ids: readonly string[]): void {
      const chosen = pieces.filter(({id}) => ids.includes(id))
      if (chosen.length > 0) setAssigning(chosen)
    },
    end: () => setAssigning(null),
  }
}

/** The data, and the newsroom's time. Its zone comes with the data. */
function useDataOfToday() {
  const now = useMinute()
  const [zone, setZone] = useState<string | undefined>()
  const time = useMemo(() => createNewsroomTime(zone ?? 'UTC'), [zone])
  const startOfDay = time.startOfDay(now)
  const data = useDeskData(zone === undefined ? undefined : startOfDay)
  if (data.frame && data.frame.timeZone !== zone) setZone(data.frame.timeZone)
  return {data, now, time, startOfDay}
}

/** Account IDs whose names the rows show. */
const useMentioned = (pieces: readonly DeskPiece[]): string[] =>
  useMemo(
    () =>
      pieces.flatMap(({writer, assignment}) =>
        [writer, assignment?.assignee].flatMap((id) => id ?? []),
      ),
    [pieces],
  )

function useOpenPiece(pieces: readonly DeskPiece[], change: DeskView['change']) {
  const {navigateIntent} = useRouter()
  return useCallback(
    (id: string) => {
      change({current: id})
      const type = pieces.find((piece) => piece.id === id)?.type ?? DEFAULT_PIECE
      navigateIntent('edit', {id, type})
    },
    [change, navigateIntent, pieces],
  )
}

/** Opens a queue and moves to its first row. */
export function goToQueue(name: QueueName, {queues, isOpen, shownIn, toggleQueue}: DeskView): void {
  const queue = queues.find((one) => one.name === name)
  if (queue && !isOpen(queue)) toggleQueue(name)
  document.getElementById(`desk-queue-${name}`)?.scrollIntoView({block: 'start'})
  focusRow(queue && shownIn(queue)[0]?.id)
}
