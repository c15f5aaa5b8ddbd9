// The rows of all queues as one grid: one Tab stop, keys within.
import {Box, Checkbox, Text} from '@sanity/ui'
import {useEffect, useLayoutEffect, useMemo, useRef, useState} from 'react'
import type {DeskAction} from '../../data/slots.tsx'
import type {DescribeOptions} from './describe-piece.ts'
import {Line, Table} from './desk-layout.ts'
import {DeskQueue} from './desk-queue.tsx'
import {DeskRow, type RowActions} from './desk-row.tsx'
import {rowId} from './focus-row.ts'
import type {DeskView} from './use-desk-view.ts'

interface DeskGridProps {
  view: DeskView
  selected: ReadonlySet<string>
  maySelect: boolean
  describe: DescribeOptions
  offered: readonly DeskAction[]
  onSelectAll: (all: boolean) => void
  actions: RowActions
}

export function DeskGrid(props: DeskGridProps) {
  const {view, selected, maySelect, describe, offered} = props
  const {queues, shownIn, order} = view
  const {current} = view.memory
  const root = useRef<HTMLDivElement>(null)
  const actions = useStable(props.actions)
  useFocusFollows(root, current)
  const tabStop = current !== null && order.includes(current) ? current : order[0]

  return (
    <Table
      ref={root}
      role="grid"
      aria-label="Pieces in the works"
      {...(maySelect && {'aria-multiselectable': true})}
      data-testid="desk-grid"
    >
      <DeskHead
        maySelect={maySelect}
        chosen={order.filter((id) => selected.has(id)).length}
        of={order.length}
        onSelectAll={props.onSelectAll}
      />
      {queues
        .filter(({pieces}) => pieces.length > 0)
        .map((queue) => (
          <DeskQueue
            key={queue.name}
            queue={queue}
            isOpen={view.isOpen(queue)}
            shown={shownIn(queue).length}
            maySelect={maySelect}
            onToggle={() => view.toggleQueue(queue.name)}
            onShowAll={() => view.showAll(queue.name)}
          >
            {shownIn(queue).map((piece) => (
              <DeskRow
                key={piece.id}
                piece={piece}
                describe={describe}
                isSelected={selected.has(piece.id)}
                isCurrent={piece.id === tabStop}
                maySelect={maySelect}
                offered={offered}
                actions={actions}
              />
            ))}
          </DeskQueue>
        ))}
      <Box paddingBottom={6} />
    </Table>
  )
}

interface DeskHeadProps {
  maySelect: boolean
  /** How many of the visible rows are selected. */
  chosen: number
  of: number
  onSelectAll: (all: boolean) => void
}

function DeskHead({maySelect, chosen, of, onSelectAll}: DeskHeadProps) {
  return (
    <div role="rowgroup">
      <Line role="row" data-selecting={maySelect} style={{minHeight: 34}}>
        {maySelect && (
          <div role="columnheader">
            <Checkbox
              aria-label="Select all that are shown"
              checked={chosen > 0 && chosen === of}
              indeterminate={chosen > 0 && chosen < of}
              onChange={(event) => onSelectAll(event.currentTarget.checked)}
            />
          </div>
        )}
        <Head>Headline</Head>
        <Head column="words" align="right">
          Words
        </Head>
        <Head column="state">State</Head>
        <Head column="waiting">Waiting for</Head>
        <Head column="age">Age</Head>
        <Head column="assigned">Assigned</Head>
      </Line>
    </div>
  )
}

interface HeadProps {
  children: string
  column?: string
  align?: 'left' | 'right'
}

function Head({children, column, align = 'left'}: HeadProps) {
  return (
    <div role="columnheader" data-column={column}>
      <Text size={0} muted align={align}>
        {children}
      </Text>
    </div>
  )
}

/** A row that moves to another queue gets a new element. The focus, lost with the old one, moves to it. */
function useFocusFollows(root: React.RefObject<HTMLDivElement | null>, current: string | null) {
  const [hadFocus, setHadFocus] = useState(false)
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const enter = (): void => setHadFocus(true)
    const leave = (event: FocusEvent): void => {
      // Without a related target the element went away, or the window lost the focus.
      if (event.relatedTarget) setHadFocus(false)
    }
    const press = (event: PointerEvent): void => {
      if (!element.contains(event.target as Node)) setHadFocus(false)
    }
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    window.addEventListener('pointerdown', press)
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
      window.removeEventListener('pointerdown', press)
    }
  }, [root])
  useLayoutEffect(() => {
    if (!hadFocus || current === null || document.activeElement !== document.body) return
    document.getElementById(rowId(current))?.focus({preventScroll: true})
  })
}

/** The same functions at each render, which call the latest ones: memoized rows do not render again because of them. */
function useStable(actions: RowActions): RowActions {
  const latest = useRef(actions)
  useLayoutEffect(() => void (latest.current = actions))
  return useMemo(
    () => ({
      focus: (id) => latest.current.focus(id),
      open: (id) => latest.current.open(id),
      select: (id, range) => latest.current.select(id, range),
      assign: (id) => latest.current.assign(id),
      act: (shortcut, id) => latest.current.act(shortcut, id),
    }),
    [],
  )
}
