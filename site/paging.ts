// Lists, page by page.

/** How many articles stand on a page of a list. */
export const PAGE_SIZE = 20

/** The positions of the entries of a page, counted from 1, for the queries. */
export const range = (page: number): {start: number; end: number} => ({
  start: (page - 1) * PAGE_SIZE,
  end: page * PAGE_SIZE,
})

/** The first page exists, whatever is on it. */
export const isPastTheEnd = (page: number, total: number, size = PAGE_SIZE): boolean =>
  page > 1 && (page - 1) * size >= total
