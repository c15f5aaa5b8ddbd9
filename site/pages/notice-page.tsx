// The page at the address of a withdrawn piece: what it was, what happened to it, and why.
import type {PublicPiece} from '../../model/content-types.ts'
import {contentType, nounOf} from '../../model/registry.ts'
import type {NOTICE_BY_SLUG_QUERY} from '../../queries/pieces.ts'
import type {Answer} from '../content-client.ts'
import {correctionsPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'

type Notice = NonNullable<NonNullable<Answer<typeof NOTICE_BY_SLUG_QUERY>>['notice']>

const wasKilled = ({kind}: Notice) => kind === 'killed'

/** `Withdrawn: <headline>`, for the browser's tab. */
export function noticeTitle(notice: Notice, type: PublicPiece): string {
  const happened = wasKilled(notice) ? 'Removed' : 'Withdrawn'
  return notice.headline ? `${happened}: ${notice.headline}` : `${happened} ${nounOf(type)}`
}

export function NoticePage({notice, type}: {notice: Notice; type: PublicPiece}) {
  const {dates} = useSite()
  const noun = nounOf(type)
  const {headline, readerNote, at} = notice
  return (
    <div className="message notice">
      <p className="kicker">
        {contentType(type)?.title} {wasKilled(notice) ? 'removed' : 'withdrawn'}
      </p>
      <h1 dir="auto">
        {headline || `${/^[aeiou]/.test(noun) ? 'An' : 'A'} ${noun} that was here`}
      </h1>
      <p className="notice__what">
        We {wasKilled(notice) ? 'removed' : 'withdrew'} this {noun}
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
