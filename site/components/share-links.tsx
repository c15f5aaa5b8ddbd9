import {nounOf} from '../../model/registry.ts'
import {direction} from '../display/language.ts'
import {pagePath} from '../display/paths.ts'
import type {CardPiece} from '../piece.ts'
import {useSite} from '../site-context.ts'

/** Links for sharing a piece. They are not widgets, so no other site learns who reads. */
export function ShareLinks({
  piece: {_type, slug, headline},
}: {
  piece: Pick<CardPiece, '_type' | 'slug' | 'headline'>
}) {
  const {origin, language, preview} = useSite()
  if (!slug || preview) return null
  const address = new URL(pagePath(_type, slug), origin).href
  const title = (headline ?? '').toWellFormed()
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  const message = encodeURIComponent(`${title} ${address}`.trim())
  return (
    <aside className="share" aria-labelledby="share" lang={language} dir={direction(language)}>
      <h2 id="share">Share this {nounOf(_type)}</h2>
      <ul>
        <li>
          <a href={mail}>E-mail</a>
        </li>
        <li>
          <a href={`https://wa.me/?text=${message}`} rel="noopener nofollow">
            WhatsApp
          </a>
        </li>
        <li>
          <a href={`https://bsky.app/intent/compose?text=${message}`} rel="noopener nofollow">
            Bluesky
          </a>
        </li>
      </ul>
      <p>
        Link: <a href={address}>{address}</a>
      </p>
    </aside>
  )
}
