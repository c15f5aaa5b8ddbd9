// Acts as the studio's document actions: the button below the form, its menu, and their keys.
import {useState} from 'react'
import {
  useCurrentUser,
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
} from 'sanity'
import type {ReviewReason, State} from '../../workflow/records.ts'
import {usePiece} from '../piece/use-piece.ts'
import type {RoleHolder} from '../roles.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {ActDialog} from './act-dialog.tsx'
import {ACT_WORDS, type ArticleAct} from './act-words.ts'
import {actingUser} from './acting-user.ts'
import {useActKeys} from './use-act-keys.ts'
import {useActReasons} from './use-act-reasons.ts'

/** Who one is and where the piece stands: no dialog settles these, so they close the button. */
const CLOSES = new Set([
  'roleMissing',
  'wrongState',
  'notSubmitted',
  'notApproved',
  'approvalLapsed',
  'notPublished',
  'wasPublished',
  'nothingToDiscard',
  'nothingToSubmit',
  'notYours',
  'noArticle',
  'fourEyesToken',
  'noTimer',
])
const FOUR_EYES = /^fourEyes/

const closes = (reason: ReviewReason): boolean =>
  CLOSES.has(reason.code) || (FOUR_EYES.test(reason.code) && !reason.overridable)

/** In these states an act has no counterpart to be mistaken for: it is not even shown. */
const HIDDEN: Partial<Record<ArticleAct, (state: State) => boolean>> = {
  unspike: (state) => state !== 'spiked',
  spike: (state) => state === 'spiked',
  unschedule: (state) => state !== 'scheduled',
  schedule: (state) => state === 'scheduled',
  explainEmbargo: (state) => state === 'published',
}

const actions = new Map<ArticleAct, DocumentActionComponent>()

/** The same act is always answered with the same hook. */
export function actAction(act: ArticleAct): DocumentActionComponent {
  const known = actions.get(act)
  if (known) return known
  const useActAction: DocumentActionComponent = (props) => {
    const {piece} = usePiece(existing(props))
    const user = useCurrentUser()
    // The button below the form offers it already.
    const isNext = piece.status === 'ready' && nextAct(piece.standing.state, user) === act
    return useAct(act, props, isNext, false)
  }
  useActAction.displayName = `Act(${act})`
  actions.set(act, useActAction)
  return useActAction
}

/** The button below the form: what comes next for this person, where the piece stands. */
export const useNextActAction: DocumentActionComponent = (props) => {
  const {piece} = usePiece(existing(props))
  const user = useCurrentUser()
  const state = piece.status === 'ready' ? piece.standing.state : 'drafting'
  return useAct(nextAct(state, user), props, false, true)
}
// The studio looks for its own publish action by this name, in its footer and banners.
useNextActAction.action = 'publish'
useNextActAction.displayName = 'NextAct'

/** Published id of the article, once there is one. */
const existing = ({id, draft, published}: DocumentActionProps): string | null =>
  draft || published ? id : null

function nextAct(state: State, user: RoleHolder | null): ArticleAct {
  const isEditor = actingUser(user, workspaceMode().embedded).roles.includes('editor')
  if (!isEditor) return 'submit'
  if (state === 'inReview') return 'approve'
  if (state === 'scheduled') return 'unschedule'
  if (state === 'spiked') return 'unspike'
  if (state === 'approved' || state === 'published' || state === 'killed') return 'publish'
  return 'submit'
}

function useAct(
  act: ArticleAct,
  props: DocumentActionProps,
  isElsewhere: boolean,
  isNext: boolean,
): DocumentActionDescription | null {
  const {id, ready} = props
  const exists = existing(props) !== null
  const {piece} = usePiece(existing(props))
  const reasons = useActReasons(piece, act)
  // By name: once it is done, another act may come next in the same place.
  const [opened, setOpened] = useState<ArticleAct | null>(null)
  const words = ACT_WORDS[act]
  const open = opened === act
  const close = (): void => setOpened(null)

  const why = !ready
    ? 'The article is still loading.'
    : !exists
      ? 'There is nothing here yet.'
      : piece.status === 'failed'
        ? piece.message
        : reasons.all.find(closes)?.message
  const isReady = piece.status === 'ready' && why === undefined
  // A menu of what one may never do helps nobody; that publishing is an editor's is worth saying.
  const isForeign =
    !isNext && act !== 'publish' && reasons.all.some(({code}) => code === 'roleMissing')
  const hidden =
    isElsewhere ||
    isForeign ||
    isHidden(act, piece.status === 'ready' ? piece.standing.state : undefined)
  useActKeys(words.key, isReady && !hidden, () => setOpened(act))

  if (hidden && !open) return null
  return {
    label: words.label,
    icon: words.icon,
    tone: words.tone,
    disabled: !open && !isReady,
    title: why ?? `Ctrl + Alt + ${words.key}`,
    onHandle: () => setOpened(act),
    dialog: open && {
      type: 'dialog',
      header: words.label,
      width: 'medium',
      onClose: close,
      content: <ActDialog articleId={id} act={act} onClose={close} />,
    },
  }
}

function isHidden(act: ArticleAct, state: State | undefined): boolean {
  return state !== undefined && HIDDEN[act]?.(state) === true
}
