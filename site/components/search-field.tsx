import {LONGEST_SEARCH, searchPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'

/** The search at the head of each page; a link where there is no room, and in previews, which are not searched. */
export function SearchField({isCurrent}: {isCurrent: boolean}) {
  const {preview} = useSite()
  return (
    <div className="masthead__search">
      <a
        className="masthead__find"
        href={searchPath()}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span>Search</span>
      </a>
      {!preview && !isCurrent && (
        <form className="field" action="/search" method="get" role="search">
          <input
            name="q"
            type="search"
            aria-label="Search"
            placeholder="Search"
            maxLength={LONGEST_SEARCH}
            dir="auto"
            enterKeyHint="search"
            autoComplete="off"
          />
          <button type="submit">Find</button>
        </form>
      )}
    </div>
  )
}
