// What readers look for: a form, and the pieces that answer it.
import type {SEARCH_QUERY} from '../../queries/search.ts'
import {Card} from '../components/card.tsx'
import {Pagination} from '../components/pagination.tsx'
import {SearchForm} from '../components/search-form.tsx'
import type {Answer} from '../content-client.ts'
import {searchPath} from '../display/paths.ts'
import {PAGE_SIZE} from '../paging.ts'

/** `found` is absent where nothing was asked yet. */
export function SearchPage({
  text,
  found,
  page,
}: {
  text: string
  found: Answer<typeof SEARCH_QUERY> | undefined
  page: number
}) {
  return (
    <div className={found ? 'list split' : 'list'}>
      <header className="list__head">
        <h1>Search</h1>
        <SearchForm text={text} />
        <p className="search__hint">
          All words must be there. “Quotation marks” keep words together, a star leaves an ending
          open (elect*), a minus leaves out (-budget).
        </p>
      </header>
      {found && <Found found={found} text={text} page={page} />}
    </div>
  )
}

function Found({
  found: {total, articles},
  text,
  page,
}: {
  found: Answer<typeof SEARCH_QUERY>
  text: string
  page: number
}) {
  if (total === 0)
    return (
      <p className="split__main search__count">
        Nothing found for <q dir="auto">{text}</q>. Try fewer words, or end one with a star.
      </p>
    )
  return (
    <section className="split__main" aria-label="Results">
      <p className="search__count">
        {total === 1 ? 'One result' : `${total} results`} for <q dir="auto">{text}</q>
      </p>
      {articles.map((article) => (
        <Card key={article._id} article={article} variant="row" level="h2" />
      ))}
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        path={(number) => searchPath(text, number)}
        labels={['Previous', 'Next']}
      />
    </section>
  )
}
