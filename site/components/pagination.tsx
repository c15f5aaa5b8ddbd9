/** Links to the previous and next page of a list, with their `labels`. */
export function Pagination({
  page,
  pages,
  path,
  labels: [previous, next] = ['Newer', 'Older'],
}: {
  page: number
  pages: number
  path: (page: number) => string
  labels?: [previous: string, next: string]
}) {
  if (pages < 2) return null
  return (
    <nav className="pagination" aria-label="Pages">
      {page > 1 && (
        <a href={path(page - 1)} rel="prev">
          {previous}
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={path(page + 1)} rel="next">
          {next}
        </a>
      )}
    </nav>
  )
}
