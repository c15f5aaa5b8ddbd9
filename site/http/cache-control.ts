/** Kept by everybody, used by nobody without asking: a publication shows at once, and 304 is cheap. */
export const PUBLIC = {'cache-control': 'public, no-cache'}

/** For one person, or for now only. */
export const PRIVATE = {'cache-control': 'no-store', 'x-robots-tag': 'noindex'}

/** What changes with a new version of the site alone. */
export const FOR_A_DAY = {'cache-control': 'public, max-age=86400'}
