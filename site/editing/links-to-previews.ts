// Links of a preview in the studio's tool lead to previews, also before its script has loaded.
import {toPreview} from './addresses.ts'

/** What React writes for them in an attribute. */
const WRITTEN = {'&amp;': '&', '&#x27;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>'}
const REFERENCE = new RegExp(Object.keys(WRITTEN).join('|'), 'g')
const LINK = /<a (?=[^>]*\bhref="([^"#][^"]*)")[^>]*>/g

/**
 * The HTML of a preview at `here`, whose links lead to previews shown as this one is. What has no preview
 * opens in a tab of its own: it would leave the tool with a page that it cannot talk to.
 */
export function linksToPreviews(html: string, here: URL): string {
  return html.replaceAll(LINK, (tag, written: string) => {
    const href = written.replaceAll(REFERENCE, (it) => WRITTEN[it as keyof typeof WRITTEN])
    const url = URL.parse(href, here)
    const to = url ? toPreview(url, here) : undefined
    if (to !== undefined)
      return tag.replace(`href="${written}"`, () => `href="${to.replaceAll('&', '&amp;')}"`)
    return tag.includes(' target="') ? tag : `${tag.slice(0, -1)} target="_blank">`
  })
}
