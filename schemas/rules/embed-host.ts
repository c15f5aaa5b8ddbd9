import type {CustomValidator} from 'sanity'

/** Whose pages may stand inside ours. A host here also covers its subdomains. */
const EMBED_HOSTS = [
  'youtube.com',
  'youtube-nocookie.com',
  'youtu.be',
  'vimeo.com',
  'x.com',
  'twitter.com',
  'bsky.app',
  'instagram.com',
  'tiktok.com',
  'soundcloud.com',
  'open.spotify.com',
  'datawrapper.dwcdn.net',
  'flo.uri.sh',
  'documentcloud.org',
] as const

/** An embed runs its owner's code before our readers: https, and from a host that the newsroom trusts. */
export const embedHost: CustomValidator<string | undefined> = (value) => {
  if (!value) return true
  const url = URL.parse(value)
  if (!url || url.protocol !== 'https:') return 'Copy the whole address, beginning with https://'
  const {hostname} = url
  return (
    isEmbeddable(url) ||
    `Content from ${hostname} cannot be embedded. Use a link, or ask a developer to allow the host.`
  )
}

/** Whether articles may show content of an address. */
export const isEmbeddable = ({protocol, hostname}: URL): boolean =>
  protocol === 'https:' &&
  EMBED_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))
