// Headers of every HTML page.

export const HTML = {'content-type': 'text/html; charset=utf-8'}

/** An empty inline sheet, into which a script puts its rules one by one: the hash of nothing. */
const EMPTY_SHEET = `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`

/**
 * Headers of every page. By default a page has no script, form, frame or recording.
 *
 * - `hasForm`: a form, which may lead to the site only.
 * - `hasAudio`: recordings of the site or of `imageOrigin`.
 * - `isLive`: the site's own script, which may ask the site and `liveOrigin`.
 * - `isEdited`: a script of the site that brings rules of its own.
 * - `isPrivate`: other sites get no referrer, as the address could say what an article will be about.
 * - `styleHash` admits the one inline style sheet, `imageOrigin` a CDN that serves pictures and files.
 */
export function securityHeaders({
  styleHash,
  imageOrigin,
  hasForm = false,
  hasAudio = false,
  isLive = false,
  isEdited = false,
  isPrivate = false,
  liveOrigin,
}: {
  styleHash?: string
  imageOrigin?: string
  hasForm?: boolean | undefined
  hasAudio?: boolean | undefined
  isLive?: boolean
  isEdited?: boolean
  isPrivate?: boolean
  liveOrigin?: string
} = {}): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `img-src 'self' data:${imageOrigin ? ` ${imageOrigin}` : ''}`,
    ...(hasAudio ? [`media-src 'self'${imageOrigin ? ` ${imageOrigin}` : ''}`] : []),
    `style-src 'self'${styleHash ? ` 'sha256-${styleHash}'` : ''}${isEdited ? ` ${EMPTY_SHEET}` : ''}`,
    ...(isLive || isEdited
      ? [`script-src 'self'`, `connect-src 'self'${liveOrigin ? ` ${liveOrigin}` : ''}`]
      : []),
    `font-src 'self'`,
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
