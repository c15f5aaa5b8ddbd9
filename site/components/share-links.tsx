import {nounOf} from '../../model/registry.ts'
import {direction} from '../display/language.ts'
import {pagePath} from '../display/paths.ts'
import type {CardPiece} from '../piece.ts'
import {useSite} from '../site-context.ts'

type Shared = Pick<CardPiece, '_type' | 'slug' | 'headline'>

/** Links for sharing a piece, below it. They are not widgets, so no other site learns who reads. */
export function ShareLinks({piece}: {piece: Shared}) {
  const {language, preview} = useSite()
  if (!piece.slug || preview) return null
  return (
    <aside className="share" aria-labelledby="share" lang={language} dir={direction(language)}>
      <h2 id="share">Share this {nounOf(piece._type)}</h2>
      <Links piece={piece} />
    </aside>
  )
}

/** The same at its head, in one line. */
export function ShareLine({piece}: {piece: Shared}) {
  const {language, preview} = useSite()
  if (!piece.slug || preview) return null
  return (
    <div className="share-line" role="group" aria-labelledby="share-line" lang={language}>
      <span id="share-line">Share</span>
      <Links piece={piece} />
    </div>
  )
}

function Links({piece: {_type, slug, headline}}: {piece: Shared}) {
  const {origin} = useSite()
  const address = new URL(pagePath(_type, slug ?? ''), origin).href
  const title = (headline ?? '').toWellFormed()
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  const message = encodeURIComponent(`${title} ${address}`.trim())
  const ways: [name: string, href: string][] = [
    ['E-mail', mail],
    ['WhatsApp', `https://wa.me/?text=${message}`],
    ['Bluesky', `https://bsky.app/intent/compose?text=${message}`],
    ['Link', address],
  ]
  return (
    <ul>
      {ways.map(([name, href]) => (
        <li key={name}>
          <a href={href} rel={href.startsWith(origin) ? undefined : 'noopener nofollow'}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
