/** Whose pages an article may point to from an embed. A host here also covers its subdomains. */
const SERVICES: Record<string, string> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'x.com': 'X',
  'twitter.com': 'X',
  'bsky.app': 'Bluesky',
  'instagram.com': 'Instagram',
  'tiktok.com': 'TikTok',
  'soundcloud.com': 'SoundCloud',
  'open.spotify.com': 'Spotify',
  'datawrapper.dwcdn.net': 'Datawrapper',
  'flo.uri.sh': 'Flourish',
  'documentcloud.org': 'DocumentCloud',
}

/** The name of the service behind an embed's address; `undefined` for a host that is not on the list. */
export function embedService(address: string | null | undefined): string | undefined {
  const url = URL.parse(address ?? '')
  if (url?.protocol !== 'https:' || url.username || url.password) return undefined
  const {hostname} = url
  const host = Object.keys(SERVICES).find(
    (known) => hostname === known || hostname.endsWith(`.${known}`),
  )
  return host && SERVICES[host]
}
