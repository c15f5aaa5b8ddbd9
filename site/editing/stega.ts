// How texts of a preview carry the document and field that they come from.
import type {StegaConfig} from '@sanity/client/stega'
import {STUDIO} from './editable.ts'
import type {EditingRequest} from './editing-request.ts'
import {stegaFilter} from './stega-filter.ts'

/** For the client's `stega`. */
export const STEGA = {enabled: true, studioUrl: STUDIO, filter: stegaFilter} satisfies StegaConfig

/** How a client answers a preview in the studio's tool. */
export interface EditingOptions extends EditingRequest {
  stega: typeof STEGA
}
