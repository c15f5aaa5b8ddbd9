// The dialogs of acts that are open in this tab, with what was typed into each.
import type {ActRequest} from '../../../model/editorial-actions.ts'
import type {Override} from '../../../model/records.ts'
import type {ArticleAct} from './action-labels.ts'
import type {Told} from './amend-request.ts'
import {createOpenDialogs} from './open-dialogs.ts'

/** On articles. */
export const actDialogs = createOpenDialogs<
  ArticleAct,
  {
    request: Partial<ActRequest>
    /** Hash of the piece that was looked at. */
    seen: string
  }
>()

/** On photos, quotes and sources. */
export const amendDialogs = createOpenDialogs<'amend', {told: Told; overrides: Override[]}>()
