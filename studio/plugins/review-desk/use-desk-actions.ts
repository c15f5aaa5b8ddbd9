// What plugins offer on the rows of the desk, and the dialog of it that is open.
import {useMemo, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {deskActions, type DeskAction} from '../../data/slots.tsx'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {focusRow} from './focus-row.ts'
import type {DeskPiece} from './join-pieces.ts'

export interface DeskActions {
  offered: readonly DeskAction[]
  shortcuts: readonly string[]
  opened: {action: DeskAction; piece: DeskPiece} | null
  /** Does nothing for a piece that the action is not for. */
  open: (shortcut: string, id: string) => void
  close: () => void
}

export function useDeskActions(pieces: readonly DeskPiece[]): DeskActions {
  const user = useCurrentUser()
  const parts = deskActions.useParts()
  const offered = useMemo(
    () => parts.filter(({isOfferedTo}) => isOfferedTo(user, !workspaceMode().embedded)),
    [parts, user],
  )
  const [opened, setOpened] = useState<DeskActions['opened']>(null)
  return {
    offered,
    shortcuts: offered.map(({shortcut}) => shortcut),
    opened,
    open(shortcut, id) {
      const action = offered.find((one) => one.shortcut === shortcut)
      const piece = pieces.find((one) => one.id === id)
      if (action && piece && action.isFor(piece)) setOpened({action, piece})
    },
    close() {
      setOpened(null)
      focusRow(opened?.piece.id)
    },
  }
}
