// Where the site shows an article that readers cannot see yet.
import {publishedIdOf} from '../../workflow/piece.ts'
import {workspaceMode} from '../workspace-mode.ts'

/** Null where no site is known: on the hosted lake without `SANITY_STUDIO_PREVIEW_URL`. */
export function pageAddress(documentId: string): string | null {
  const {embedded} = workspaceMode()
  const site = embedded ? '' : process.env.SANITY_STUDIO_PREVIEW_URL
  if (!embedded && !site) return null
  const path = `/preview/article/${encodeURIComponent(publishedIdOf(documentId))}`
  return (site ?? '').replace(/\/$/, '') + path
}
