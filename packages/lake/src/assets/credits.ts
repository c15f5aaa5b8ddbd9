// Finds the credit of a stored picture, for each request again.
import type {GrantsOf} from '../dataset-grants.ts'
import {ANONYMOUS_ACTOR, type Grants} from '../grants.ts'
import {createStoredVisibility, isPublished, storedIn, type Stored} from '../visibility.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {RenditionCredit} from './metadata/rendition-credit.ts'

/**
 * Finds the credit of an asset in published documents, or null.
 * @param stored the documents that the credit may come from
 */
export type FindCredit = (assetId: string, stored: Stored) => RenditionCredit | null

export interface CreditsOptions {
  find: FindCredit
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  grantsOf: GrantsOf
}

/**
 * The credit that this audience may see. `everybody`: from documents that an anonymous reader sees.
 * `staff`: from all published documents, including those that readers do not see yet.
 */
export type CreditFor = (
  dataset: string,
  assetId: string,
  audience: 'everybody' | 'staff',
) => RenditionCredit | null

export function createCredits({find, documents, grantsOf}: CreditsOptions): CreditFor {
  return (dataset, assetId, audience) => {
    const all = storedIn(documents, dataset)
    const seen = audience === 'everybody' ? seenByAnybody(grantsOf(dataset), all) : all
    return find(assetId, publishedIn(seen))
  }
}

function publishedIn({get, referencing}: Stored): Stored {
  return {
    get: (id) => (isPublished(id) ? get(id) : null),
    referencing: (id) => [...referencing(id)].filter(isPublished),
  }
}

/** The documents that an anonymous reader sees. */
function seenByAnybody(grants: Grants, stored: Stored): Stored {
  const holds = createStoredVisibility(grants, ANONYMOUS_ACTOR, stored)
  return {
    get(id) {
      const document = stored.get(id)
      return document && grants.permits(ANONYMOUS_ACTOR, 'read', document, holds) ? document : null
    },
    referencing: (id) => stored.referencing(id),
  }
}
