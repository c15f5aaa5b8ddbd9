// What readers learn about a change: its kind and date, the texts, and why.
import {direction} from '../display/language.ts'
import {useSite} from '../site-context.ts'

/** A correction as CORRECTION_FRAGMENT answers it. */
export interface CorrectionEntry {
  _id: string
  type: string | null
  readerNote: string | null
  wrongText: string | null
  rightText: string | null
  publishedAt: string | null
}

const KINDS: Record<string, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  editorsNote: 'Editor’s note',
  retraction: 'Retraction',
}

/** One correction, below the article that it is about. */
export function CorrectionNote({correction}: {correction: CorrectionEntry}) {
  const {dates, language} = useSite()
  const {type, readerNote, wrongText, rightText, publishedAt} = correction
  return (
    <div className={`correction${type === 'retraction' ? ' correction--retraction' : ''}`}>
      <p className="correction__head" lang={language} dir={direction(language)}>
        <strong>{KINDS[type ?? ''] ?? 'Correction'}</strong>
        {publishedAt && <time dateTime={publishedAt}>{dates.moment(publishedAt)}</time>}
      </p>
      <div className="correction__words">
        {readerNote && (
          <p className="correction__note" dir="auto">
            {readerNote}
          </p>
        )}
        {(wrongText || rightText) && (
          <dl>
            <Text label="It said" text={wrongText} />
            <Text label="It now says" text={rightText} />
          </dl>
        )}
      </div>
    </div>
  )
}

function Text({label, text}: {label: string; text: string | null}) {
  const {language} = useSite()
  if (!text) return null
  return (
    <div>
      <dt lang={language}>{label}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  )
}
