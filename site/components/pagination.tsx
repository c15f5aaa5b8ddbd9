/** Links to the neighbouring pages of a list. */
export function Pagination({
  page,
  pages,
  path,
}: {
  page: number
  pages: number
  path: (page: number) => string
}) {
  if (pages < 2) return null
  return (
    <nav className="pagination" aria-label="Pages">
      {page > 1 && (
        <a href={path(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={path(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  )
}
