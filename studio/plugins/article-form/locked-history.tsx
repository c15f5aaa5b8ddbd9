// Beside a locked article, the studio's history shows changes but cannot revert them: its buttons bypass the form, and only
// the form is read-only.
import {useMemo, type ComponentType} from 'react'
import type {DocumentInspector, DocumentInspectorProps} from 'sanity'
import {DocumentPaneContext} from 'sanity/_singletons'
import {useDocumentPane} from 'sanity/structure'
import {isLocked} from '../../../workflow/state.ts'
import {usePiece} from '../../data/piece/use-piece.ts'

const HISTORY_INSPECTOR = 'sanity/structure/history'

const wrapped = new WeakMap<DocumentInspector, DocumentInspector>()

/** Returns other inspectors as they are, and always the same inspector for the same one. */
export function lockedHistory(inspector: DocumentInspector): DocumentInspector {
  if (inspector.name !== HISTORY_INSPECTOR) return inspector
  const known = wrapped.get(inspector)
  if (known) return known
  const made = {...inspector, component: readOnlyWhileLocked(inspector.component)}
  wrapped.set(inspector, made)
  return made
}

function readOnlyWhileLocked(
  Inspector: ComponentType<DocumentInspectorProps>,
): ComponentType<DocumentInspectorProps> {
  return function LockedHistory(props) {
    const pane = useDocumentPane()
    const {piece} = usePiece(props.documentId)
    const locked = piece.status === 'ready' && isLocked(piece.standing.state)
    const shown = useMemo(() => {
      const {formState, editState} = pane
      if (!locked || !formState) return pane
      return {
        ...pane,
        formState: {...formState, readOnly: true},
        // Its comparison of draft and published has its own buttons, which ignore the form.
        editState: editState && {...editState, draft: null},
      }
    }, [locked, pane])
    return (
      <DocumentPaneContext.Provider value={shown}>
        <Inspector {...props} />
      </DocumentPaneContext.Provider>
    )
  }
}
