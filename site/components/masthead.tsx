import {direction} from '../display/language.ts'
import {searchPath, sectionPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'

/** The newsroom's name, the way to the search and the sections. On the front page the name is the page's heading. */
export function Masthead({path}: {path: string}) {
  const {name, settings, sections, language} = useSite()
  const front = path === '/'
  const Name = front ? 'h1' : 'p'
  return (
    <header
      className={front ? 'masthead masthead--front' : 'masthead'}
      lang={language}
      dir={direction(language)}
    >
      <div className="masthead__title">
        <Name className="masthead__name">{front ? name : <a href="/">{name}</a>}</Name>
        {settings?.strapline && <p className="masthead__strapline">{settings.strapline}</p>}
      </div>
      <p className="masthead__tools">
        <a href={searchPath()} aria-current={path === searchPath() ? 'page' : undefined}>
          Search
        </a>
      </p>
      {sections.length > 0 && (
        <nav className="sections" aria-label="Sections">
          <ul>
            <li>
              <a href="/" aria-current={front ? 'page' : undefined}>
                Home
              </a>
            </li>
            {sections.map(
              ({_id, title, slug}) =>
                slug && (
                  <li key={_id}>
                    <a
                      href={sectionPath(slug)}
                      aria-current={path === sectionPath(slug) ? 'page' : undefined}
                    >
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
