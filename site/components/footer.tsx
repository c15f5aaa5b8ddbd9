import {CONTENT_TYPES} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'
import {direction} from '../display/language.ts'
import {correctionsPath, searchPath, sectionPath, sourcesPath} from '../display/paths.ts'
import {safeHref} from '../display/safe-href.ts'
import {useSite} from '../site-context.ts'

const POLICIES = [
  ['ethics', 'Ethics'],
  ['corrections', 'Corrections'],
  ['ownership', 'Ownership'],
] as const

/** The lists of all pieces of a type. */
const LISTS = Object.values<ContentType>(CONTENT_TYPES).flatMap(({list, plural}) =>
  list ? [{list, plural}] : [],
)

/** The sections again, policies, ways to find something, social links and partners. */
export function Footer() {
  const {name, settings, sections, language} = useSite()
  const policies = POLICIES.filter(([key]) => settings?.policies[key])
  return (
    <footer className="footer" lang={language} dir={direction(language)}>
      <p className="footer__name">
        <a href="/">{name}</a>
      </p>
      {sections.length > 0 && (
        <nav aria-labelledby="all-sections">
          <h2 id="all-sections">All sections</h2>
          <ul>
            {sections.map(
              ({_id, title, slug}) =>
                slug && (
                  <li key={_id}>
                    <a href={sectionPath(slug)}>{title}</a>
                  </li>
                ),
            )}
          </ul>
        </nav>
      )}
      <nav aria-labelledby="our-policies">
        <h2 id="our-policies">{policies.length > 0 ? 'Our policies' : 'Corrections'}</h2>
        <ul>
          {policies.map(([key, title]) => (
            <li key={key}>
              <a href={`/policies#${key}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href={correctionsPath()}>All corrections</a>
          </li>
        </ul>
      </nav>
      <Find />
      <WebLinks
        title="Follow us"
        links={(settings?.socialLinks ?? []).map(({label, url}) => ({name: label, url}))}
      />
      <WebLinks title="Our partners" links={settings?.partners ?? []} />
    </footer>
  )
}

/** Search, the lists of pieces, sources and the feed. */
function Find() {
  return (
    <nav aria-labelledby="find">
      <h2 id="find">Find</h2>
      <ul>
        <li>
          <a href={searchPath()}>Search</a>
        </li>
        {LISTS.map(({list, plural}) => (
          <li key={list}>
            <a href={list}>{plural}</a>
          </li>
        ))}
        <li>
          <a href={sourcesPath()}>Whom we quote</a>
        </li>
        <li>
          <a href="/feed.xml" type="application/rss+xml">
            RSS feed
          </a>
        </li>
      </ul>
    </nav>
  )
}

function WebLinks({
  title,
  links,
}: {
  title: string
  links: readonly {name: string | null; url: string | null}[]
}) {
  const named = links.filter(({name, url}) => name || safeHref(url))
  if (named.length === 0) return null
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {named.map(({name, url}) => {
          const href = safeHref(url)
          return (
            <li key={`${name} ${url}`}>
              {href ? (
                <a href={href} rel="noopener">
                  {name ?? new URL(href).hostname}
                </a>
              ) : (
                name
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
