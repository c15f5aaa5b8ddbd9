// Below an article: topics, references, authors, what to read next.
import type {Article} from '../body/types.ts'
import {PackageBand} from '../components/package-band.tsx'
import {packageStories} from '../display/package-stories.ts'
import {Photo} from '../components/photo.tsx'
import {Container} from '../fronts/container.tsx'
import {direction} from '../display/language.ts'
import {authorPath, topicPath} from '../display/paths.ts'
import {safeHref} from '../display/safe-href.ts'
import {useSite} from '../site-context.ts'

const MOST_RELATED = 4

/** References, topics, authors and related articles, each only where there are any. */
export function ArticleFoot({article}: {article: Article}) {
  // An article may be in another language; what follows is in the newsroom's.
  const {language} = useSite()
  const topics = present(article.topics).filter(({slug, title}) => slug && title)
  const authors = unique(present(article.authors)).filter(({name}) => name)
  const related = relatedTo(article)
  return (
    <div className="foot" lang={language} dir={direction(language)}>
      <Citations citations={article.citations ?? []} />
      {topics.length > 0 && (
        <nav className="topics" aria-label="Topics">
          <ul>
            {topics.map(({_id, slug, title}) => (
              <li key={_id}>
                <a href={topicPath(slug ?? '')}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {authors.length > 0 && (
        <section className="authors" aria-labelledby="authors">
          <h2 id="authors">{authors.length === 1 ? 'About the author' : 'About the authors'}</h2>
          {authors.map((author) => (
            <AuthorNote key={author._id} author={author} />
          ))}
        </section>
      )}
      <PackageBand piece={article} />
      {related.length > 0 && (
        <Container
          container={{
            _key: 'related',
            title: 'Related',
            layout: 'four',
            link: null,
            stories: related,
          }}
          href={undefined}
          isFirst={false}
          sectioned
        />
      )}
    </div>
  )
}

/** What editors chose, filled up with the newest of the section; stories of its package are above. */
function relatedTo(article: Article): Article['related'] {
  const inPackage = packageStories(article)
  const shown = new Set([
    article._id,
    inPackage?.main?._id,
    ...(inPackage?.sides ?? []).map(({_id}) => _id),
  ])
  const stories = unique(present(article.related))
  return stories.filter(({_id, slug}) => slug && !shown.has(_id)).slice(0, MOST_RELATED)
}

type Author = NonNullable<NonNullable<Article['authors']>[number]>

function AuthorNote({
  author: {name, slug, jobTitle, affiliation, bio, portrait},
}: {
  author: Author
}) {
  return (
    <div className="author-note">
      <Photo use={portrait} layout="portrait" />
      <div>
        <h3>{slug ? <a href={authorPath(slug)}>{name}</a> : name}</h3>
        <p className="author__role">{[jobTitle, affiliation].filter(Boolean).join(' · ')}</p>
        {bio && <p dir="auto">{bio}</p>}
        {slug && (
          <p>
            <a href={authorPath(slug)}>More by {name}</a>
          </p>
        )}
      </div>
    </div>
  )
}

function Citations({citations}: {citations: NonNullable<Article['citations']>}) {
  const {dates} = useSite()
  if (citations.length === 0) return null
  return (
    <section className="citations" aria-labelledby="references">
      <h2 id="references">References</h2>
      <ul>
        {citations.map(({_key, title, publication, url, publishedOn}) => {
          const href = safeHref(url)
          return (
            <li key={_key}>
              {href ? (
                <a href={href} rel="noopener">
                  {title ?? href}
                </a>
              ) : (
                title
              )}
              {[publication, dates.partial(publishedOn)]
                .filter(Boolean)
                .map((detail) => `, ${detail}`)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Weak references may point at what was withdrawn: the query answers null for those. */
function present<Item>(items: readonly (Item | null)[] | null): Item[] {
  return (items ?? []).filter((item) => item !== null)
}

function unique<Item extends {_id: string}>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item._id, item])).values()]
}
