// How words of a preview carry the place where they are written.
import type {StegaConfig} from '@sanity/client/stega'
import {STUDIO} from './editable.ts'
import type {EditingRequest} from './editing-request.ts'
import {stegaFilter} from './stega-filter.ts'

/** For the client's `stega`. */
export const STEGA = {enabled: true, studioUrl: STUDIO, filter: stegaFilter} satisfies StegaConfig

/** What a client answers to an edited visit. */
export interface EditingOptions extends EditingRequest {
  stega: typeof STEGA
}
