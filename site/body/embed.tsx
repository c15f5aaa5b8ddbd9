import {embedService} from '../display/embed-service.ts'
import type {Member} from './types.ts'

/** A link to somebody else's video, post or chart. Its owner's code never runs before our readers. */
export function Embed({value: {url, title}}: {value: Member<'embed'>}) {
  const service = embedService(url)
  if (!url || !service) return null
  return (
    <aside className="embed">
      <a href={URL.parse(url)?.href} rel="noopener">
        <span className="embed__title">{title ?? url}</span>
        <span className="embed__service">Opens on {service}</span>
      </a>
    </aside>
  )
}
