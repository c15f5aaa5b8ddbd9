import type {CorrectionEntry} from '../../components/correction-note.tsx'
import {isoMoment} from '../feed-article.ts'

/** Kinds that correct something. An update adds to an article; its date says so. */
const CORRECTING = new Set<string | null>([
  'correction',
  'clarification',
  'editorsNote',
  'retraction',
])

/** What was wrong and what is right now, as a `CorrectionComment`. */
export function correctionNode({
  type,
  readerNote,
  wrongText,
  rightText,
  publishedAt,
}: CorrectionEntry): object | undefined {
  if (!CORRECTING.has(type)) return undefined
  const texts = [
    readerNote,
    wrongText && `It said: ${wrongText}`,
    rightText && `It now says: ${rightText}`,
  ]
  return {
    '@type': 'CorrectionComment',
    text: texts.filter(Boolean).join('\n') || undefined,
    datePublished: isoMoment(publishedAt),
  }
}
