// The view of the desk: its filters, its queues and their visible rows.
import {useCallback, useEffect, useMemo, useState} from 'react'
import {recall, remember, type DeskMemory} from './desk-memory.ts'
import type {DeskPiece} from './join-pieces.ts'
import {queues as queuesOf, type Queue, type QueueName} from './queues.ts'

/** More rows than a person reads in one queue; a click shows the rest. */
const ROWS_AT_FIRST = 40

export interface DeskView {
  memory: DeskMemory
  change: (part: Partial<DeskMemory>) => void
  queues: Queue[]
  isOpen: (queue: Queue) => boolean
  /** The rows of a queue that are visible. */
  shownIn: (queue: Queue) => readonly DeskPiece[]
  /** IDs of all visible rows, from top to bottom. */
  order: string[]
  toggleQueue: (name: QueueName) => void
  showAll: (name: QueueName) => void
}

/** @param isMyWork shows only the person's own pieces, whatever the filter says */
export function useDeskView(
  pieces: readonly DeskPiece[],
  startOfDay: string,
  isMyWork: boolean,
): DeskView {
  const [memory, setMemory] = useState<DeskMemory>(recall)
  useEffect(() => remember(memory), [memory])
  const change = useCallback(
    (part: Partial<DeskMemory>) => setMemory((before) => ({...before, ...part})),
    [],
  )
  const [whole, setWhole] = useState<ReadonlySet<QueueName>>(new Set())
  const {section, words, toggled} = memory
  const onlyMine = isMyWork || memory.onlyMine
  const queues = useMemo(
    () => queuesOf(pieces, {section, words, onlyMine, startOfDay}),
    [pieces, section, words, onlyMine, startOfDay],
  )
  const isOpen = (queue: Queue): boolean => queue.folded === toggled.includes(queue.name)
  const shownIn = (queue: Queue): readonly DeskPiece[] => {
    if (!isOpen(queue)) return []
    return whole.has(queue.name) ? queue.pieces : queue.pieces.slice(0, ROWS_AT_FIRST)
  }
  return {
    memory,
    change,
    queues,
    isOpen,
    shownIn,
    order: queues.flatMap((queue) => shownIn(queue).map(({id}) => id)),
    toggleQueue: (name) => change({toggled: toggleIn(toggled, name)}),
    showAll: (name) => setWhole(new Set([...whole, name])),
  }
}

const toggleIn = (list: readonly string[], name: string): string[] =>
  list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
