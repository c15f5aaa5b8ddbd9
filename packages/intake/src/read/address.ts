// Addresses in a file. None is ever asked for.

/** The target of a link that a reader can open; undefined for scripts, files and places in the page. */
export function linkTarget(href: string | undefined): string | undefined {
  const address = href?.trim().replace(/^\/\//, 'https://') ?? ''
  if (!/^(?:https?|mailto|tel):[^\s\p{Cc}]+$/iu.test(address) || !URL.canParse(address))
    return undefined
  const {hostname, pathname, searchParams} = new URL(address)
  // Google Docs writes each link as a way through its own page.
  const target =
    /(?:^|\.)google\.[a-z.]+$/.test(hostname) && pathname === '/url' && searchParams.get('q')
  return target ? (linkTarget(target) ?? address) : address
}

const EMBED_HOSTS =
  /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|facebook\.com|bsky\.app|threads\.net|threads\.com|reddit\.com|linkedin\.com|spotify\.com|soundcloud\.com|nicovideo\.jp|datawrapper\.de|dwcdn\.net|flourish\.studio|ted\.com)$/

/** The address of a film or a post of a known site. */
export function embedTarget(href: string | undefined): string | undefined {
  const address = linkTarget(href)
  if (!address || !/^https?:/i.test(address)) return undefined
  return EMBED_HOSTS.test(new URL(address).hostname) ? address : undefined
}

/** The last part of an address. */
export function fileNameOf(address: string): string | null {
  const last = /([^/\\]+)$/.exec(address.replace(/[?#].*$/, ''))?.[1]
  if (!last || !last.includes('.')) return null
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
