import type {CORRECTIONS_QUERY} from '../../queries/corrections.ts'
import {CorrectionNote} from '../components/correction-note.tsx'
import {Pagination} from '../components/pagination.tsx'
import type {Answer} from '../content-client.ts'
import {direction, languageTag} from '../display/language.ts'
import {correctionsPath, pathOf} from '../display/paths.ts'
import {PAGE_SIZE} from '../paging.ts'
import {useSite} from '../site-context.ts'

type Correction = Answer<typeof CORRECTIONS_QUERY>['corrections'][number]

/** Everything that was corrected, in whichever piece. */
export function CorrectionsPage({
  corrections,
  total,
  page,
}: {
  corrections: readonly Correction[]
  total: number
  page: number
}) {
  const {settings} = useSite()
  return (
    <div className="list">
      <header className="list__head">
        <h1>Corrections</h1>
        <p className="list__description">What we have changed since it was published, and why.</p>
        {settings?.policies.corrections && (
          <p className="list__more">
            <a href="/policies#corrections">How we correct our mistakes</a>
          </p>
        )}
      </header>
      {corrections.length > 0 ? (
        <ol className="all-corrections">
          {corrections.map((correction) => (
            <Row key={correction._id} correction={correction} />
          ))}
        </ol>
      ) : (
        <p className="empty">Nothing has been corrected yet.</p>
      )}
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} path={correctionsPath} />
    </div>
  )
}

function Row({correction}: {correction: Correction}) {
  const {language} = useSite()
  const {_id, article, formerHeadline} = correction
  const written = article?.language
  const path = pathOf(article)
  const foreign = written && written !== language ? written : undefined
  return (
    <li lang={languageTag(foreign)} dir={foreign && direction(foreign)}>
      <h2>
        {path ? (
          <a href={`${path}#${_id}`}>{article?.headline ?? 'Untitled'}</a>
        ) : (
          formerHeadline || 'Untitled'
        )}
      </h2>
      {!path && <p className="all-corrections__gone">No longer published</p>}
      <CorrectionNote correction={correction} />
    </li>
  )
}
