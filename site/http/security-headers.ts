/** An empty inline sheet, into which a script puts its rules one by one: the hash of nothing. */
const EMPTY_SHEET = `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`

/**
 * Headers of every page. No frame is allowed: the pages have none; a form where the page `hasForm`, which
 * may lead to the site alone; the site's own script where the page `isLive`, which may ask the site alone
 * and `liveOrigin`; a script of the site that brings rules of its own where the page `isEdited`. A page that `isPrivate` tells no other site that somebody came from here, as what was
 * looked up for an article would say what it will be about. `styleHash` admits the one inline style sheet,
 * `imageOrigin` a CDN that serves the pictures.
 */
export function securityHeaders({
  styleHash,
  imageOrigin,
  hasForm = false,
  isLive = false,
  isEdited = false,
  isPrivate = false,
  liveOrigin,
}: {
  styleHash?: string
  imageOrigin?: string
  hasForm?: boolean
  isLive?: boolean
  isEdited?: boolean
  isPrivate?: boolean
  liveOrigin?: string
} = {}): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `img-src 'self' data:${imageOrigin ? ` ${imageOrigin}` : ''}`,
    `style-src 'self'${styleHash ? ` 'sha256-${styleHash}'` : ''}${isEdited ? ` ${EMPTY_SHEET}` : ''}`,
    ...(isLive || isEdited
      ? [`script-src 'self'`, `connect-src 'self'${liveOrigin ? ` ${liveOrigin}` : ''}`]
      : []),
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action ${hasForm ? `'self'` : `'none'`}`,
    // The studio, on the same origin, shows a preview beside the form.
    `frame-ancestors 'self'`,
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': isPrivate ? 'same-origin' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
}
