// The addresses of the site's pages and previews.
import {pathOfSlug, previewPath} from '../../model/registry.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import {textAt} from '../../workflow/checks/reading.ts'
import {workspaceMode} from './workspace-mode.ts'

/** The server adds this to the studio's page if the newsroom has its own front end. */
const NO_SITE = 'meta[name="copydesk-site"][content="off"]'

/**
 * Undefined if no site is known: on the hosted lake without `SANITY_STUDIO_PREVIEW_URL`. Empty if it has the studio's
 * origin.
 */
function siteAddress(): string | undefined {
  const {embedded} = workspaceMode()
  const site = embedded ? '' : process.env.SANITY_STUDIO_PREVIEW_URL
  return embedded ? '' : site?.replace(/\/$/, '') || undefined
}

/** The address of a piece's preview. Null if no site is known, or the type has no page. */
export function pageAddress(documentId: string, type: string): string | null {
  const site = siteAddress()
  const path = previewPath({_id: documentId, _type: type})
  return site === undefined || path === null ? null : site + path
}

/** Whether there is a whole site of previews, with pages beyond the article's own. */
export function hasPreviews(): boolean {
  return siteAddress() !== undefined && !globalThis.document?.querySelector(NO_SITE)
}

/** @param path of a preview, from the site's root */
export const previewAddress = (path: string): string => (siteAddress() ?? '') + path

/** The address of a published piece's page. Null if no site is known, or the type has no page. */
export function publicAddress(piece: PieceDocument | null): string | null {
  const slug = piece && textAt(piece, 'slug', 'current')
  const path = slug ? pathOfSlug(piece._type, slug) : null
  return path !== null && hasPreviews() ? previewAddress(path) : null
}
