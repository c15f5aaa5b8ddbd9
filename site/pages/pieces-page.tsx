import {Fragment} from 'react'
import {Pagination} from '../components/pagination.tsx'
import {feedPath, listPath} from '../display/paths.ts'
import {PAGE_SIZE} from '../paging.ts'
import type {Listed} from '../views/view.tsx'

/** All pieces of one type, newest first; `path` is that of the first page. */
export function PiecesPage({
  title,
  entries,
  total,
  page,
  path,
}: Listed & {title: string; page: number; path: string}) {
  return (
    <div className="list split">
      <header className="list__head">
        <h1>{title}</h1>
      </header>
      <div className="split__main">
        {entries.length > 0 ? (
          <div className="rows">
            {entries.map(({id, entry}) => (
              <Fragment key={id}>{entry}</Fragment>
            ))}
          </div>
        ) : (
          <p className="empty">Nothing has been published here yet.</p>
        )}
        <Pagination
          page={page}
          pages={Math.ceil(total / PAGE_SIZE)}
          path={(number) => listPath(path, number)}
        />
        <p className="list__feed">
          <a href={feedPath(path)} type="application/rss+xml">
            Follow these {title.toLowerCase()} in a feed reader (RSS)
          </a>
        </p>
      </div>
    </div>
  )
}
