// The badges beside an article's title: its state, embargo, missing credits and legal check.
import type {DocumentBadgeComponent, DocumentBadgeDescription} from 'sanity'
import {textAt} from '../../../workflow/checks/reading.ts'
import {currentOf, type GatheredPiece} from '../../../workflow/gather.ts'
import type {State} from '../../../model/stages.ts'
import type {Standing} from '../../../workflow/state.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {embargoAhead, standingLabel, type Tone} from '../../ui/standing-labels.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'

const COLORS: Partial<Record<Tone, NonNullable<DocumentBadgeDescription['color']>>> = {
  primary: 'primary',
  suggest: 'primary',
  positive: 'success',
  caution: 'warning',
  critical: 'danger',
}

export function stateBadge(
  piece: GatheredPiece,
  standing: Standing,
  moment: (iso: string) => string,
): DocumentBadgeDescription {
  const {title, detail} = standingLabel(piece, standing, {moment})
  const {state, lapsed} = standing
  const color = lapsed ? 'warning' : COLORS[STATE_LABELS[state].tone]
  return {
    label: lapsed ? 'Approval lapsed' : STATE_LABELS[state].title,
    ...(color && {color}),
    title: [title, detail].filter(Boolean).join(' — '),
  }
}

export function embargoBadge(
  piece: GatheredPiece,
  now: number,
  moment: (iso: string) => string,
): DocumentBadgeDescription | null {
  const until = embargoAhead(piece, now)
  if (until === undefined) return null
  const note = piece.review?.embargoNote
  return {
    label: `Embargo until ${moment(until)}`,
    color: 'warning',
    title: note ?? 'It cannot be published before this moment.',
  }
}

export function creditBadge({closure}: GatheredPiece): DocumentBadgeDescription | null {
  const bare = closure.members
    .map(currentOf)
    .filter((document) => document?._type === 'photoWithCredit' && !textAt(document, 'creditLine'))
  if (bare.length === 0) return null
  return {
    label: bare.length === 1 ? 'A photo has no credit' : `${bare.length} photos have no credit`,
    color: 'danger',
    title: 'A photo is printed with its credit only.',
  }
}

/** In these states a legal check is no longer due. */
const SETTLED: readonly State[] = ['killed', 'spiked']

export function legalBadge(
  {review}: GatheredPiece,
  {state}: Standing,
): DocumentBadgeDescription | null {
  const legal = review?.legal
  if (legal?.state !== 'required' || SETTLED.includes(state)) return null
  return {
    label: 'Legal check',
    color: 'warning',
    title: [`Required by ${legal.byName}`, legal.note].filter(Boolean).join(': '),
  }
}

type Ready = PieceStatus & {status: 'ready'}

function useArticle({id, draft, published}: Parameters<DocumentBadgeComponent>[0]): Ready | null {
  const {piece} = usePiece(draft || published ? id : null)
  return piece.status === 'ready' ? piece : null
}

const useArticleStateBadge: DocumentBadgeComponent = (props) => {
  const article = useArticle(props)
  const time = useNewsroomTime()
  const now = useMinute()
  return article
    ? stateBadge(article.piece, article.standing, (iso) => time.moment(iso, now))
    : null
}
useArticleStateBadge.displayName = 'ArticleStateBadge'

const useEmbargoBadge: DocumentBadgeComponent = (props) => {
  const article = useArticle(props)
  const time = useNewsroomTime()
  const now = useMinute()
  return article ? embargoBadge(article.piece, now, (iso) => time.moment(iso, now)) : null
}
useEmbargoBadge.displayName = 'EmbargoBadge'

const useArticleCreditBadge: DocumentBadgeComponent = (props) => {
  const article = useArticle(props)
  return article ? creditBadge(article.piece) : null
}
useArticleCreditBadge.displayName = 'ArticleCreditBadge'

const useLegalBadge: DocumentBadgeComponent = (props) => {
  const article = useArticle(props)
  return article ? legalBadge(article.piece, article.standing) : null
}
useLegalBadge.displayName = 'LegalBadge'

export const ARTICLE_BADGES = [
  useArticleStateBadge,
  useEmbargoBadge,
  useArticleCreditBadge,
  useLegalBadge,
]
