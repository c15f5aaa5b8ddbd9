// Where an article was taken away: what it was, what happened to it, and why.
import type {NOTICE_BY_SLUG_QUERY} from '../../queries/corrections.ts'
import type {Answer} from '../content-client.ts'
import {correctionsPath} from '../format/paths.ts'
import {useSite} from '../site-context.ts'

type Notice = NonNullable<NonNullable<Answer<typeof NOTICE_BY_SLUG_QUERY>>['notice']>

const wasKilled = ({kind}: Notice) => kind === 'killed'

/** `Withdrawn: <headline>`, for the browser's tab. */
export function noticeTitle(notice: Notice): string {
  const happened = wasKilled(notice) ? 'Removed' : 'Withdrawn'
  return notice.headline ? `${happened}: ${notice.headline}` : `${happened} article`
}

export function NoticePage({notice}: {notice: Notice}) {
  const {dates} = useSite()
  const {headline, readerNote, at} = notice
  return (
    <div className="message notice">
      <p className="kicker">{wasKilled(notice) ? 'Article removed' : 'Article withdrawn'}</p>
      <h1 dir="auto">{headline || 'An article that was here'}</h1>
      <p className="notice__what">
        We {wasKilled(notice) ? 'removed' : 'withdrew'} this article
        {at && (
          <>
            {' on '}
            <time dateTime={at}>{dates.day(at)}</time>
          </>
        )}
        . {wasKilled(notice) ? 'It will not be published again.' : 'It is no longer published.'}
      </p>
      {readerNote && (
        <p className="notice__note" dir="auto">
          {readerNote}
        </p>
      )}
      <p className="notice__ways">
        <a href="/">To the front page</a> <a href={correctionsPath()}>All corrections</a>
      </p>
    </div>
  )
}
