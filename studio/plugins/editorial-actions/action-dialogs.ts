// The dialogs of acts that are open in this tab, with what was typed into each.
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
    /** Hash of the piece that was looked at. */
    seen: string
  }
>()

/** On photos, quotes and sources. */
export const amendDialogs = createOpenDialogs<
  'amend',
  {corrections: ArticleCorrections; overrides: Override[]}
>()
