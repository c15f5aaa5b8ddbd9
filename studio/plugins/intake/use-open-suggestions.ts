// What nobody has confirmed, live.
import {useCallback, useMemo} from 'react'
import {publishedIdOf} from '../../../model/ids.ts'
import {intakeIdOf, openSuggestions, type Suggestion} from '../../../workflow/intake/suggestions.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useLive, type LiveOptions} from '../../data/use-live.ts'

export interface OpenSuggestions {
  /** ID of the private document; null if there is none. */
  record: string | null
  open: Suggestion[]
}

/** Of an article: they are part of its piece, which the form follows in any case. */
export function useOpenOfArticle(articleId: string): OpenSuggestions & {fileName: string | null} {
  const {piece} = usePiece(publishedIdOf(articleId) || null)
  if (piece.status !== 'ready') return NOTHING
  const {suggested: open, readFrom: fileName = null} = piece.piece
  return {record: open.length > 0 ? intakeIdOf(articleId) : null, open, fileName}
}

const NOTHING = {record: null, open: [], fileName: null}

const OF_DOCUMENT = '*[_type == "privateIntake" && $id in suggested[].document]'

/** Of one quote or photo. */
export function useOpenOfDocument(id: string): OpenSuggestions {
  const load = useCallback<LiveOptions<PieceDocument | null>['load']>(
    (client) => client.fetch(`${OF_DOCUMENT}[0]`, {id}, {tag: 'intake.open'}),
    [id],
  )
  const {value} = useLive({
    listenTo: OF_DOCUMENT,
    params: {id},
    load,
    tag: 'intake.open',
    pauseMs: 200,
  })
  return useMemo(
    () => ({
      record: value?._id ?? null,
      open: openSuggestions(value ?? null).filter(({document}) => document === id),
    }),
    [value, id],
  )
}
