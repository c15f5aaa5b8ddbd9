// Where the site shows an article that readers cannot see yet.
import {getPublishedId} from 'sanity'
import {workspaceMode} from '../workspace-mode.ts'

/** Null where no site is known: on the hosted lake without `SANITY_STUDIO_PREVIEW_URL`. */
export function pageAddress(documentId: string): string | null {
  const site = workspaceMode().embedded ? '' : process.env.SANITY_STUDIO_PREVIEW_URL
  if (site === undefined) return null
  const path = `/preview/article/${encodeURIComponent(getPublishedId(documentId))}`
  return site.replace(/\/$/, '') + path
}
