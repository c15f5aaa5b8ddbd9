// Everybody whom we quote, from A to Z.
import type {SOURCES_QUERY} from '../../queries/sources.ts'
import {Pagination} from '../components/pagination.tsx'
import type {Answer} from '../content-client.ts'
import {sourcePath, sourcesPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'
import {sourceName} from './source-page.tsx'

type Listed = Answer<typeof SOURCES_QUERY>[number]

/** Names are short: more of them on a page than articles. */
export const NAMES_ON_A_PAGE = 200

export function SourcesPage({sources, page}: {sources: readonly Listed[]; page: number}) {
  const {language} = useSite()
  const sorted = sources.toSorted(byName(language))
  const start = (page - 1) * NAMES_ON_A_PAGE
  const shown = Map.groupBy(sorted.slice(start, start + NAMES_ON_A_PAGE), letterOf)
  return (
    <div className="list">
      <header className="list__head">
        <h1>Whom we quote</h1>
        <p className="list__description">
          The people and institutions whose words stand in our articles, and what they said.
        </p>
      </header>
      {sources.length > 0 ? (
        <>
          <Letters sorted={sorted} page={page} />
          <div className="index">
            {[...shown].map(([letter, named]) => (
              <section className="letter" key={letter} aria-labelledby={idOf(letter)}>
                <h2 id={idOf(letter)}>{letter}</h2>
                <ul>
                  {named.map((source) => (
                    <li key={source._id}>
                      <a href={sourcePath(source._id)} dir="auto">
                        {sourceName(source)}
                      </a>
                      <Position of={source} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      ) : (
        <p className="empty">Nobody has been quoted yet.</p>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(sources.length / NAMES_ON_A_PAGE)}
        path={sourcesPath}
        labels={['Previous', 'Next']}
      />
    </div>
  )
}

function Position({of: {position}}: {of: Listed}) {
  const text = [position?.title, position?.organization].filter(Boolean).join(', ')
  return text ? <bdi className="letter__position">{text}</bdi> : null
}

/** Leads to each letter, on whichever page it begins. */
function Letters({sorted, page}: {sorted: readonly Listed[]; page: number}) {
  const letters = new Map<string, number>()
  for (const [index, source] of sorted.entries()) {
    const letter = letterOf(source)
    if (!letters.has(letter)) letters.set(letter, Math.floor(index / NAMES_ON_A_PAGE) + 1)
  }
  return (
    <nav className="letters" aria-label="Letters">
      <ul>
        {[...letters].map(([letter, on]) => (
          <li key={letter}>
            <a href={`${on === page ? '' : sourcesPath(on)}#${idOf(letter)}`}>{letter}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The letter under which a name is looked for: É is found under E. */
function letterOf({name}: Listed): string {
  const first = [...(name ?? '').normalize('NFKD')].find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '#'
  return /\p{N}/u.test(first) ? '#' : first.toUpperCase()
}

const idOf = (letter: string): string => `letter-${letter.codePointAt(0) ?? 0}`

/** By initial first, so that each initial is one group, then in the language's order. */
function byName(language: string): (a: Listed, b: Listed) => number {
  const {compare} = new Intl.Collator(language, {sensitivity: 'base', ignorePunctuation: true})
  return (a, b) =>
    compare(letterOf(a), letterOf(b)) ||
    compare(a.name ?? '', b.name ?? '') ||
    (a._id < b._id ? -1 : 1)
}
