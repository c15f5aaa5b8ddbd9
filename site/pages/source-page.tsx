// Whom we quote: one person or institution, and what of their words we published.
import type {SOURCE_BY_ID_QUERY} from '../../queries/sources.ts'
import {QuoteFigure} from '../body/quote.tsx'
import {Pagination} from '../components/pagination.tsx'
import type {Answer} from '../content-client.ts'
import {direction, languageTag} from '../display/language.ts'
import {articlePath, sourcePath, sourcesPath} from '../display/paths.ts'
import {PAGE_SIZE} from '../paging.ts'
import {useSite} from '../site-context.ts'

type Source = NonNullable<Answer<typeof SOURCE_BY_ID_QUERY>>

/** The name as it is printed with quotes. */
export const sourceName = ({honorific, name}: Pick<Source, 'honorific' | 'name'>): string =>
  [honorific, name].filter(Boolean).join(' ')

export function SourcePage({source, page}: {source: Source; page: number}) {
  const {_id, kind, country, expertise, quotes, total} = source
  return (
    <div className="list">
      <header className="list__head source">
        <p className="kicker">
          <a href={sourcesPath()}>Whom we quote</a>
        </p>
        <h1 dir="auto">{sourceName(source)}</h1>
        <p className="source__kind">
          {[kind === 'institution' ? 'Institution' : undefined, country]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Affiliations affiliations={source.affiliations ?? []} />
        {expertise && expertise.length > 0 && (
          <p className="author__expertise">Asked about {expertise.join(', ')}</p>
        )}
      </header>
      <p className="source__note">
        {total === 1 ? 'One quote that we published' : `${total} quotes that we published`}, with
        title and affiliation as they were when the words were said.
      </p>
      <ol className="quotes">
        {quotes.map((quote) => (
          <li key={quote._id}>
            <QuoteFigure quote={quote} here={_id} />
            <Articles articles={quote.articles} />
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        path={(number) => sourcePath(_id, number)}
      />
    </div>
  )
}

/** Present and former ones: current ones are here, those of the time with each quote. */
function Affiliations({affiliations}: {affiliations: NonNullable<Source['affiliations']>}) {
  const {dates} = useSite()
  if (affiliations.length === 0) return null
  return (
    <ul className="source__affiliations">
      {affiliations.map(({_key, title, organization, from, to}) => {
        const [since, until] = [dates.partial(from), dates.partial(to)]
        const period = since && until ? `${since} to ${until}` : since ? `since ${since}` : until
        return (
          <li key={_key}>
            <bdi>{[title, organization].filter(Boolean).join(', ')}</bdi>
            {period && (
              <span className="source__period"> {since ? period : `until ${period}`}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Articles({articles}: {articles: Source['quotes'][number]['articles']}) {
  const {dates} = useSite()
  return articles.map(
    ({_id, slug, headline, language, date}) =>
      slug && (
        <p className="quotes__article" key={_id}>
          <a href={articlePath(slug)} lang={languageTag(language)} dir={direction(language)}>
            {headline ?? 'Untitled'}
          </a>{' '}
          <time dateTime={date}>{dates.day(date)}</time>
        </p>
      ),
  )
}
