import type {ReactNode} from 'react'
import {nounOf} from '../../model/registry.ts'
import {direction} from '../display/language.ts'
import {pagePath} from '../display/paths.ts'
import type {Piece, PreviewFacts} from '../piece.ts'
import {useSite} from '../site-context.ts'

/** Shown above a page that readers do not see in this state. */
export function Notice({children}: {children: ReactNode}) {
  const {language} = useSite()
  return (
    <aside
      className="preview-notice"
      aria-label="Preview"
      lang={language}
      dir={direction(language)}
    >
      {children}
    </aside>
  )
}

/** Tells staff that what they see is not what readers see, and until when it must not be. */
export function PreviewNotice({
  shows,
  piece: {_type, slug, embargoUntil},
}: {
  shows: 'draft' | 'release' | 'published'
  piece: Pick<Piece, '_type' | 'slug'> & Pick<PreviewFacts, 'embargoUntil'>
}) {
  const {dates} = useSite()
  const label = `this ${nounOf(_type)}`
  const until = dates.moment(embargoUntil)
  return (
    <Notice>
      {shows === 'published' ? (
        <p>
          <strong>Published</strong> No change is waiting; readers see{' '}
          {slug ? <a href={pagePath(_type, slug)}>{label}</a> : label}.
        </p>
      ) : (
        <p>
          {shows === 'draft' ? (
            <>
              <strong>Draft</strong> Only signed-in staff can see this page.
            </>
          ) : (
            <>
              <strong>Release</strong> Only signed-in staff can see this page: it is as it would be
              with the release.
            </>
          )}
          {until && ` Embargo until ${until}.`}
        </p>
      )}
    </Notice>
  )
}

/** The same on a page that shows many articles. */
export function DraftsNotice() {
  return (
    <Notice>
      <p>
        <strong>Drafts</strong> Only signed-in staff can see this page. It shows drafts as if they
        were published.
      </p>
    </Notice>
  )
}
