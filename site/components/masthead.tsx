import {direction} from '../display/language.ts'
import {searchPath, sectionPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'
import {Logo} from './logo.tsx'
import {SearchField} from './search-field.tsx'

/**
 * The newsroom's name, the way to the search and the sections. On the front page the name is the page's heading, with the
 * date of the edition.
 */
export function Masthead({path, edition}: {path: string; edition?: string | undefined}) {
  const {name, settings, sections, language, dates} = useSite()
  const front = path === '/'
  const Name = front ? 'h1' : 'p'
  const inPath = (slug: string): 'page' | undefined =>
    path === sectionPath(slug) ? 'page' : undefined
  return (
    <header
      className={front ? 'masthead masthead--front' : 'masthead'}
      lang={language}
      dir={direction(language)}
    >
      <div className="masthead__line">
        {edition && (
          <p className="masthead__edition">
            <span>Edition of </span>
            <time dateTime={edition}>{dates.weekday(edition)}</time>
          </p>
        )}
        <div className="masthead__title">
          <Name className="masthead__name">
            {front ? (
              <Logo name={name} settings={settings} />
            ) : (
              <a href="/">
                <Logo name={name} settings={settings} />
              </a>
            )}
          </Name>
          {front && settings?.strapline && (
            <p className="masthead__strapline">{settings.strapline}</p>
          )}
        </div>
        <SearchField isCurrent={path.split('?')[0] === searchPath()} />
      </div>
      {sections.length > 0 && (
        <nav className="sections" aria-label="Sections">
          <ul>
            <li>
              <a href="/" aria-current={front ? 'page' : undefined}>
                Home
              </a>
            </li>
            {sections.map(
              ({_id, title, slug, hue}) =>
                slug && (
                  <li key={_id} data-hue={hue ?? undefined}>
                    <a href={sectionPath(slug)} aria-current={inPath(slug)}>
                      {title}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </nav>
      )}
    </header>
  )
}
