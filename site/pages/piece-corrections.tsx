// What was changed in a piece since readers first saw it: one line at its head, all of it below.
import {nounOf} from '../../model/registry.ts'
import {CorrectionNote} from '../components/correction-note.tsx'
import {direction} from '../display/language.ts'
import type {Piece} from '../piece.ts'
import {useSite} from '../site-context.ts'

type Corrections = Piece['corrections']

const DONE: Record<string, string> = {
  correction: 'Corrected on',
  clarification: 'Clarified on',
  update: 'Updated on',
  editorsNote: 'Editor’s note of',
}

/** *Corrected on 3 November 2026*, once for each kind, leading down to the newest of it. */
export function CorrectedLine({corrections}: {corrections: Corrections}) {
  const {dates, language} = useSite()
  // A retraction has a notice of its own.
  const kinds = corrections.filter(
    ({type}, index) =>
      type !== 'retraction' && corrections.findIndex((other) => other.type === type) === index,
  )
  if (kinds.length === 0) return null
  return (
    <p className="article__corrected" lang={language} dir={direction(language)}>
      {kinds.map(({_id, type, publishedAt}) => (
        <a key={_id} href={`#${_id}`}>
          {DONE[type ?? ''] ?? 'Corrected on'} {dates.day(publishedAt)}
        </a>
      ))}
    </p>
  )
}

/** Before anything else of a piece that must no longer be relied on. */
export function RetractedNotice({
  piece: {_type, corrections},
}: {
  piece: Pick<Piece, '_type' | 'corrections'>
}) {
  const {dates, language} = useSite()
  const retraction = corrections.find(({type}) => type === 'retraction')
  if (!retraction) return null
  return (
    <div className="retracted">
      <p className="retracted__head" lang={language} dir={direction(language)}>
        <strong>We have retracted this {nounOf(_type)}</strong>{' '}
        <a href={`#${retraction._id}`}>Retracted on {dates.day(retraction.publishedAt)}</a>
      </p>
      {retraction.readerNote && <p dir="auto">{retraction.readerNote}</p>}
    </div>
  )
}

/** All corrections of a piece, newest first. */
export function PieceCorrections({corrections}: {corrections: Corrections}) {
  const {language} = useSite()
  if (corrections.length === 0) return null
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections" lang={language}>
        Corrections and updates
      </h2>
      <ol>
        {corrections.map((correction) => (
          <li key={correction._id} id={correction._id}>
            <CorrectionNote correction={correction} />
          </li>
        ))}
      </ol>
    </section>
  )
}
