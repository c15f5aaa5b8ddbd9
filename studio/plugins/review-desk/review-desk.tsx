// The Review desk: every piece in the works, by state, one's own first, kept up to date.
import {DEFAULT_PIECE} from '../../../model/content-types.ts'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {useRouter} from 'sanity/router'
import {publishesArticles} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {AssignDialog} from './assign-dialog.tsx'
import {DeskGrid, ROWS_AT_FIRST} from './desk-grid.tsx'
import type {DeskCommand} from './desk-keys.ts'
import {recall, remember, type DeskMemory} from './desk-memory.ts'
import {DeskNothing, DeskWaiting} from './desk-states.tsx'
import {DeskToolbar} from './desk-toolbar.tsx'
import type {DeskPiece} from './join-pieces.ts'
import {KeysDialog} from './keys-dialog.tsx'
import {createNewsroomTime} from '../../ui/time/newsroom-time.ts'
import {queues as queuesOf, type Queue, type QueueName} from './queues.ts'
import {extendTo, NOTHING_SELECTED, toggle, within} from './selection.ts'
import {SelectionBar} from './selection-bar.tsx'
import {useColleagues} from '../../data/use-colleagues.ts'
import {useDeskData} from './use-desk-data.ts'
import {useDeskKeys} from './use-desk-keys.ts'
import {useMinute} from '../../ui/time/use-minute.ts'

export function ReviewDesk() {
  const user = useCurrentUser()
  const me = user?.id ?? ''
  const maySelect = publishesArticles(user, !workspaceMode().embedded)
  const {navigateIntent} = useRouter()
  const now = useMinute()
  const [zone, setZone] = useState<string | undefined>()
  const time = useMemo(() => createNewsroomTime(zone ?? 'UTC'), [zone])
  const startOfDay = time.startOfDay(now)
  const data = useDeskData(zone === undefined ? undefined : startOfDay)
  const {frame, pieces} = data
  if (frame && frame.timeZone !== zone) setZone(frame.timeZone)

  const [memory, setMemory] = useState<DeskMemory>(recall)
  useEffect(() => remember(memory), [memory])
  const change = useCallback(
    (part: Partial<DeskMemory>) => setMemory((before) => ({...before, ...part})),
    [],
  )
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const [whole, setWhole] = useState<ReadonlySet<QueueName>>(new Set())
  const [assigning, setAssigning] = useState<readonly DeskPiece[] | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const filter = useRef<HTMLInputElement>(null)

  const {section, words, onlyMine, toggled, current} = memory
  const queues = useMemo(
    () => queuesOf(pieces, {section, words, onlyMine, startOfDay}),
    [pieces, section, words, onlyMine, startOfDay],
  )
  const isOpen = (queue: Queue): boolean => queue.folded === toggled.includes(queue.name)
  const shownIn = (queue: Queue): readonly DeskPiece[] => {
    if (!isOpen(queue)) return []
    return whole.has(queue.name) ? queue.pieces : queue.pieces.slice(0, ROWS_AT_FIRST)
  }
  const order = queues.flatMap((queue) => shownIn(queue).map(({id}) => id))
  const selected = within(selection, order)

  const mentioned = useMemo(
    () =>
      pieces.flatMap(({writer, assignment}) =>
        [writer, assignment?.assignee].flatMap((id) => id ?? []),
      ),
    [pieces],
  )
  const {nameOf, assignable} = useColleagues(mentioned)
  const describe = useMemo(() => ({me, now, time, nameOf}), [me, now, time, nameOf])

  const open = useCallback(
    (id: string) => {
      change({current: id})
      const type = pieces.find((piece) => piece.id === id)?.type ?? DEFAULT_PIECE
      navigateIntent('edit', {id, type})
    },
    [change, navigateIntent, pieces],
  )
  const select = (id: string, range: boolean): void =>
    setSelection((before) => (range ? extendTo(before, id, order) : toggle(before, id)))
  const assign = (ids: readonly string[]): void => {
    const chosen = pieces.filter(({id}) => ids.includes(id))
    if (chosen.length > 0) setAssigning(chosen)
  }
  const focusRow = (id: string | undefined): void => {
    if (id !== undefined) document.getElementById(`desk-row-${id}`)?.focus()
  }
  const step = (by: number): string | undefined => {
    const at = current === null ? -1 : order.indexOf(current)
    return at < 0
      ? order[by > 0 ? 0 : order.length - 1]
      : order[Math.max(0, Math.min(at + by, order.length - 1))]
  }

  const run = (command: DeskCommand): void => {
    const here = current !== null && order.includes(current) ? current : undefined
    const moves: Partial<Record<DeskCommand, string | undefined>> = {
      next: step(1),
      previous: step(-1),
      first: order[0],
      last: order.at(-1),
    }
    if (command in moves) focusRow(moves[command])
    else if (command === 'open' && here) open(here)
    else if (command === 'select' && here) select(here, false)
    else if (command === 'assign') assign(selected.length > 0 ? selected : here ? [here] : [])
    else if (command === 'filter') filter.current?.focus()
    else if (command === 'help') setShowsKeys(true)
    else if (command === 'clear') setSelection(NOTHING_SELECTED)
    else if (command === 'extendNext' || command === 'extendPrevious') {
      const target = step(command === 'extendNext' ? 1 : -1)
      if (!target || !here) return
      setSelection((before) =>
        extendTo(before.ids.has(here) ? before : toggle(before, here), target, order),
      )
      focusRow(target)
    }
  }
  useDeskKeys({enabled: assigning === null && !showsKeys, maySelect, run})

  const goTo = (name: QueueName): void => {
    const queue = queues.find((one) => one.name === name)
    if (queue && !isOpen(queue)) change({toggled: toggleIn(toggled, name)})
    document.getElementById(`desk-queue-${name}`)?.scrollIntoView({block: 'start'})
    focusRow(queue && shownIn(queue)[0]?.id)
  }

  if (data.status !== 'ready') return <DeskWaiting message={data.message} onRetry={data.reload} />
  return (
    <Flex direction="column" height="fill" data-testid="review-desk">
      <DeskToolbar
        words={words}
        section={section}
        onlyMine={onlyMine}
        sections={frame?.sections ?? []}
        queues={queues}
        filterRef={filter}
        onWords={(words) => change({words})}
        onFound={() => focusRow(order[0])}
        onSection={(section) => change({section})}
        onOnlyMine={(onlyMine) => change({onlyMine})}
        onGoTo={goTo}
        onKeys={() => setShowsKeys(true)}
      />
      {data.message && (
        <Card tone="caution" padding={3} role="status">
          <Flex align="center" gap={3} justify="center">
            <Text size={1}>The desk is not up to date: {data.message}</Text>
            <Button mode="ghost" fontSize={1} padding={2} text="Try again" onClick={data.reload} />
          </Flex>
        </Card>
      )}
      <Box flex={1} overflow="auto" style={{position: 'relative'}}>
        {order.length > 0 || queues.some(({pieces}) => pieces.length > 0) ? (
          <DeskGrid
            queues={queues}
            isOpen={isOpen}
            shownIn={shownIn}
            current={current}
            selected={new Set(selected)}
            maySelect={maySelect}
            describe={describe}
            onToggle={(name) => change({toggled: toggleIn(toggled, name)})}
            onShowAll={(name) => setWhole(new Set([...whole, name]))}
            onSelectAll={(all) =>
              setSelection(all ? {ids: new Set(order), anchor: null} : NOTHING_SELECTED)
            }
            actions={{
              focus: (current) => change({current}),
              open,
              select,
              assign: (id) => assign([id]),
            }}
          />
        ) : (
          <DeskNothing
            isFiltered={Boolean(section || words || onlyMine)}
            onAll={() => change({section: '', words: '', onlyMine: false})}
          />
        )}
      </Box>
      {selected.length > 0 && (
        <SelectionBar
          count={selected.length}
          onAssign={() => assign(selected)}
          onClear={() => setSelection(NOTHING_SELECTED)}
        />
      )}
      {assigning && (
        <AssignDialog
          pieces={assigning}
          colleagues={assignable}
          me={me}
          time={time}
          now={now}
          onClose={() => {
            setAssigning(null)
            setSelection(NOTHING_SELECTED)
            focusRow(current ?? undefined)
          }}
        />
      )}
      {showsKeys && <KeysDialog maySelect={maySelect} onClose={() => setShowsKeys(false)} />}
    </Flex>
  )
}

const toggleIn = (list: readonly string[], name: string): string[] =>
  list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
