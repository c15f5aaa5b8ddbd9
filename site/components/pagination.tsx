/** Links to the neighbouring pages of a list; `words` say what lies before and behind. */
export function Pagination({
  page,
  pages,
  path,
  words: [before, behind] = ['Newer', 'Older'],
}: {
  page: number
  pages: number
  path: (page: number) => string
  words?: [before: string, behind: string]
}) {
  if (pages < 2) return null
  return (
    <nav className="pagination" aria-label="Pages">
      {page > 1 && (
        <a href={path(page - 1)} rel="prev">
          {before}
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={path(page + 1)} rel="next">
          {behind}
        </a>
      )}
    </nav>
  )
}
