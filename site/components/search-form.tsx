import {LONGEST_SEARCH, searchPath} from '../display/paths.ts'

/** The form of the search page, also where a page was not found. */
export function SearchForm({text = ''}: {text?: string}) {
  return (
    <form
      className="search"
      action={searchPath()}
      method="get"
      role="search"
      aria-label="Search headlines and standfirsts"
    >
      <label htmlFor="q">Words in headlines and standfirsts</label>
      <div className="search__line">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={text}
          maxLength={LONGEST_SEARCH}
          dir="auto"
          enterKeyHint="search"
          autoComplete="off"
        />
        <button type="submit">Search</button>
      </div>
    </form>
  )
}
