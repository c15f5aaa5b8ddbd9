/**
 * Everybody may cache it, but asks again before each use: a publication shows at once, and a 304 is
 * cheap.
 */
export const PUBLIC = {'cache-control': 'public, no-cache'}

/** For one person, or for now only. */
export const PRIVATE = {'cache-control': 'no-store', 'x-robots-tag': 'noindex'}

/** For files that change only with a new version of the site. */
export const FOR_A_DAY = {'cache-control': 'public, max-age=86400'}
