// The open dialogs of editorial actions in this tab, with their typed fields.
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import type {Override} from '../../../model/records.ts'
import type {PieceAction} from './action-labels.ts'
import type {ArticleCorrections} from './amend-request.ts'
import {createOpenDialogs} from './open-dialogs.ts'

/** On articles. */
export const actionDialogs = createOpenDialogs<
  PieceAction,
  {
    request: Partial<EditorialActionRequest>
    /** Content hash of the piece that the person has seen. */
    seen: string
  }
>()

/** On photos, quotes and sources. */
export const amendDialogs = createOpenDialogs<
  'amend',
  {corrections: ArticleCorrections; overrides: Override[]}
>()
