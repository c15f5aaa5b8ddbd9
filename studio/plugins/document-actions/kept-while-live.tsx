// What readers of live articles see is neither taken back nor deleted: said before the attempt.
import type {DocumentActionComponent} from 'sanity'
import {nameOf} from '../../../workflow/checks/reading.ts'
import {usePiece} from '../../data/piece/use-piece.ts'

const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** @param original the studio's own action; the same one is always answered with the same hook */
export function keptWhileLive(original: DocumentActionComponent): DocumentActionComponent {
  const known = wrapped.get(original)
  if (known) return known
  const useKeptWhileLiveAction: DocumentActionComponent = (props) => {
    const {piece} = usePiece(props.published ? props.id : null)
    const description = original(props)
    const live = piece.status === 'ready' ? (piece.use?.live ?? []) : []
    if (!description || live.length === 0) return description
    const names = live.map(nameOf)
    const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
    return {
      ...description,
      disabled: true,
      shortcut: null,
      title: `Readers see it in ${names.slice(0, 3).join(', ')}${more}: take it out there first.`,
    }
  }
  useKeptWhileLiveAction.action = original.action
  useKeptWhileLiveAction.displayName = `KeptWhileLive(${original.displayName ?? original.name})`
  wrapped.set(original, useKeptWhileLiveAction)
  return useKeptWhileLiveAction
}
