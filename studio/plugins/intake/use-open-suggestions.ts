// What nobody has confirmed, live.
import {useCallback, useMemo} from 'react'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {intakeIdOf, openSuggestions, type Suggestion} from '../../../workflow/intake/suggestions.ts'
import {useLive, type LiveOptions} from '../../data/use-live.ts'

export interface OpenSuggestions {
  /** ID of the private document; null if there is none. */
  record: string | null
  open: Suggestion[]
  fileName: string | null
}

const RECORD = '*[_type == "privateIntake" && _id == $id]'
const OF_DOCUMENT = '*[_type == "privateIntake" && $id in suggested[].document]'

export const useOpenOfArticle = (articleId: string): OpenSuggestions =>
  useRecord(RECORD, intakeIdOf(articleId))

/** Of one quote or photo. */
export function useOpenOfDocument(id: string): OpenSuggestions {
  const {open, ...rest} = useRecord(OF_DOCUMENT, id)
  return {...rest, open: open.filter(({document}) => document === id)}
}

function useRecord(query: string, id: string): OpenSuggestions {
  const params = {id}
  const load = useCallback<LiveOptions<PieceDocument | null>['load']>(
    (client) => client.fetch(`${query}[0]`, {id}, {tag: 'intake.open'}),
    [query, id],
  )
  const {value} = useLive({
    listenTo: query,
    params,
    load,
    tag: 'intake.open',
    pauseMs: 200,
  })
  return useMemo(() => {
    const fileName = value?.['fileName']
    return {
      record: value?._id ?? null,
      open: openSuggestions(value ?? null),
      fileName: typeof fileName === 'string' ? fileName : null,
    }
  }, [value])
}
