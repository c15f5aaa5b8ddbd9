import type {AUTHOR_BY_SLUG_QUERY} from '../../queries/authors.ts'
import {RichText} from '../body/text-components.tsx'
import {Photo} from '../components/photo.tsx'
import type {Answer} from '../content-client.ts'
import {safeHref} from '../display/safe-href.ts'

export type Author = NonNullable<Answer<typeof AUTHOR_BY_SLUG_QUERY>>

/** Who an author is, above what they wrote. */
export function AuthorIntro({author}: {author: Author}) {
  const {name, jobTitle, affiliation, bio, longBio, expertise, portrait, links} = author
  const addresses = (links ?? []).flatMap(({_key, label, url}) => {
    const href = safeHref(url)
    return href ? [{_key, href, label: label ?? new URL(href).hostname}] : []
  })
  return (
    <header className="author">
      <Photo use={portrait} layout="portrait" first />
      <div className="author__text">
        <h1>{name}</h1>
        <p className="author__role">{[jobTitle, affiliation].filter(Boolean).join(' · ')}</p>
        {longBio?.length ? <RichText value={longBio} /> : bio && <p>{bio}</p>}
        {expertise && expertise.length > 0 && (
          <p className="author__expertise">Writes about {expertise.join(', ')}</p>
        )}
        {addresses.length > 0 && (
          <ul className="author__links">
            {addresses.map(({_key, href, label}) => (
              <li key={_key}>
                <a href={href} rel="me noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  )
}
