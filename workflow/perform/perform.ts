// Performing an act on a piece: checks first, then the server's writes and the publication, together.
import type {ActName, ActRequest} from '../acts.ts'
import {contentOf} from '../canonical-json.ts'
import {check, refuses, standingOfPiece} from '../check.ts'
import {textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {contentHash} from '../content-hash.ts'
import {documentsOf} from '../gather.ts'
import {snapshotIdOf, type ReviewReason, type State} from '../records.ts'
import {correct, noticeOf} from './corrections.ts'
import {ledgerEntry, overrideEntries} from './ledger.ts'
import {editorsOf, notify, writersOf} from './notify.ts'
import {publish, takeBack} from './publication.ts'
import {emptyReview, reviewAfter, signature, type After} from './review.ts'
import type {ActContext, ActMutation, Performed} from './types.ts'

interface Recipe {
  (run: Run): {mutations: ActMutation[]; moved?: {id: string; into: string}[]; state: State}
}

interface Run {
  context: ActContext
  request: ActRequest
  from: State
  /** Every reason of the check: here none refuses any more. */
  reasons: ReviewReason[]
  /** Which sides of the article there are before the act. */
  sides: After
}

/** Every act on an article but *amend*, which is one on a photo, quote or source. */
export function perform(request: ActRequest, context: ActContext): Performed {
  const recipe = RECIPES[request.act as Exclude<ActName, 'amend'>]
  const {piece, actor, now, policy, isDue} = context
  const reasons = check({...piece, act: request.act, request, policy, isDue}, actor, now)
  const {assignee} = request
  if (assignee && !context.people.some(({id}) => id === assignee)) {
    reasons.push(
      error('assigneeUnknown', {document: piece.article.id}, 'Nobody here has that account.'),
    )
  }
  if (refuses(reasons)) return {reasons: reasons.filter(({severity}) => severity === 'error')}
  const sides = {
    hasDraft: piece.article.draft !== null,
    hasPublished: piece.article.published !== null,
  }
  const from = standingOfPiece(piece).state
  const {mutations, moved = [], state} = recipe({context, request, from, reasons, sides})
  return {mutations, moved, state, warnings: reasons}
}

/** The state alone changes, and somebody is told. */
const submit: Recipe = ({context, request, from, sides}) => {
  const {piece} = context
  const note = textAt(request, 'note')
  const writer = piece.review?.writer ?? emptyReview(piece.article).writer
  const {mutation, state} = reviewAfter(
    context,
    'submit',
    from,
    {
      stage: 'inReview',
      submission: {
        ...signature(context),
        hash: contentHash(documentsOf(piece)),
        ...(note ? {note} : {}),
      },
      changedBy: [],
      approval: undefined,
      schedule: undefined,
      requestedChanges: undefined,
      ...(writer ? {writer} : {}),
    },
    sides,
    note ? {note} : {},
  )
  const assignee = piece.review?.assignment?.assignee
  return {
    mutations: [mutation, ...notify(context, 'submitted', [assignee, ...editorsOf(context)], note)],
    state,
  }
}

const backToWriter =
  (act: 'requestChanges' | 'handBack'): Recipe =>
  ({context, request, from, sides}) => {
    const note = textAt(request, 'note')
    const {mutation, state} = reviewAfter(
      context,
      act,
      from,
      {
        stage: 'changesRequested',
        approval: undefined,
        schedule: undefined,
        requestedChanges: note,
      },
      sides,
      note ? {note} : {},
    )
    return {
      mutations: [mutation, ...notify(context, 'changesRequested', writersOf(context), note)],
      state,
    }
  }

/** What is approved is exactly this content; a copy is kept to show later changes against. */
const approve: Recipe = ({context, request, from, reasons, sides}) => {
  const {piece, now} = context
  const documents = documentsOf(piece)
  const hash = contentHash(documents)
  const {entries, used} = overrideEntries(context, reasons, request.overrides)
  const note = textAt(request, 'note')
  const {schedule} = piece.review ?? {}
  const isAhead = schedule !== undefined && Date.parse(schedule.publishAt) > Date.parse(now)
  const {mutation, state} = reviewAfter(
    context,
    'approve',
    from,
    {
      // A time that was set before the approval lapsed still stands.
      stage: isAhead ? 'scheduled' : 'approved',
      schedule: isAhead ? schedule : undefined,
      approval: {
        ...signature(context),
        hash,
        ...(used.length > 0
          ? {
              overrides: used.map((override, index) => ({
                _key: `${index}-${override.code}`,
                ...override,
              })),
            }
          : {}),
      },
    },
    sides,
    note ? {note} : {},
  )
  const snapshot: ActMutation = {
    createOrReplace: {
      _id: snapshotIdOf(piece.article.id),
      _type: 'pieceSnapshot',
      subject: {_type: 'reference', _ref: piece.article.id, _weak: true},
      approvedAt: now,
      hash,
      documents: JSON.stringify(documents.map(contentOf)),
    },
  }
  return {
    mutations: [
      mutation,
      snapshot,
      ...entries,
      ...notify(context, 'approved', writersOf(context), note),
    ],
    state,
  }
}

const schedule: Recipe = ({context, request, from, sides}) => {
  const note = textAt(request, 'note')
  const {mutation, state} = reviewAfter(
    context,
    'schedule',
    from,
    {
      stage: 'scheduled',
      schedule: {
        ...signature(context),
        publishAt: new Date(request.publishAt ?? '').toISOString(),
        ...(request.correction ? {correction: request.correction} : {}),
      },
    },
    sides,
    note ? {note} : {},
  )
  return {mutations: [mutation], state}
}

const unschedule: Recipe = ({context, request, from, sides}) => {
  const note = textAt(request, 'note')
  const {mutation, state} = reviewAfter(
    context,
    'unschedule',
    from,
    {stage: 'approved', schedule: undefined},
    sides,
    note ? {note} : {},
  )
  return {mutations: [mutation], state}
}

/** The whole piece in one transaction, with what readers are told about it. */
const publishPiece: Recipe = ({context, request, from, reasons}) => {
  const {piece, isDue, now} = context
  const {article, closure, review} = piece
  const {mutations, moved} = publish([...closure.members, article])
  const approval = review?.approval
  const note = textAt(request, 'note')
  const late = isDue && review?.schedule ? {dueAt: review.schedule.publishAt} : {}
  const {mutation, state} = reviewAfter(
    context,
    'publish',
    from,
    {
      stage: 'published',
      approval: undefined,
      schedule: undefined,
      submission: undefined,
      changedBy: [],
      assignment: undefined,
      legal: undefined,
      ...(approval
        ? {
            publication: {
              ...signature(context),
              hash: approval.hash,
              approvedBy: approval.by,
              approvedByName: approval.byName,
              approvedAt: approval.at,
            },
          }
        : {}),
    },
    {hasDraft: false, hasPublished: true},
    {...(note ? {note} : {}), ...late},
  )
  const others = [...writersOf(context), approval?.by]
  const told = article.published && request.correction
  return {
    mutations: [
      ...mutations,
      mutation,
      ...overrideEntries(context, reasons, request.overrides).entries,
      ...(told ? correct(context, article.id, told) : []),
      ...renewMembers(context),
      ledgerEntry(
        context,
        'published',
        [article.id],
        isDue ? `Scheduled; performed at ${now}` : note,
      ),
      ...notify(context, 'published', others),
    ],
    moved,
    state,
  }
}

/** Published members are nobody's change any more. */
function renewMembers({piece, read}: ActContext): ActMutation[] {
  return piece.closure.members
    .filter(({id, draft}) => draft && read(`review.${id}`))
    .map(({id}) => ({delete: {id: `review.${id}`}}))
}

const withLegal =
  (act: 'requireLegal' | 'clearLegal'): Recipe =>
  ({context, request, from, sides}) => {
    const note = textAt(request, 'note')
    const legal = {
      ...signature(context),
      state: act === 'requireLegal' ? ('required' as const) : ('cleared' as const),
      ...(note ? {note} : {}),
    }
    const {mutation, state} = reviewAfter(context, act, from, {legal}, sides, note ? {note} : {})
    return {mutations: [mutation], state}
  }

const explainEmbargo: Recipe = ({context, request, from, sides}) => {
  const note = textAt(request, 'note') ?? ''
  const {mutation, state} = reviewAfter(
    context,
    'explainEmbargo',
    from,
    {embargoNote: note},
    sides,
    {note},
  )
  return {mutations: [mutation], state}
}

const assign: Recipe = ({context, request, from, sides}) => {
  const assignee = textAt(request, 'assignee')
  const dueAt = textAt(request, 'dueAt')
  const note = textAt(request, 'note')
  const assignment = assignee
    ? {...signature(context), assignee, ...(dueAt ? {dueAt} : {})}
    : undefined
  const {mutation, state} = reviewAfter(
    context,
    'assign',
    from,
    {assignment},
    sides,
    note ? {note} : {},
  )
  return {
    mutations: [mutation, ...notify(context, 'assigned', [assignment?.assignee], note)],
    state,
  }
}

const discardChanges: Recipe = ({context, request, from}) => {
  const {article} = context.piece
  const note = textAt(request, 'note')
  const {mutation, state} = reviewAfter(
    context,
    'discardChanges',
    from,
    {
      stage: 'published',
      approval: undefined,
      schedule: undefined,
      submission: undefined,
      changedBy: [],
      requestedChanges: undefined,
    },
    {hasDraft: false, hasPublished: true},
    note ? {note} : {},
  )
  return {mutations: [mutation, {delete: {id: `drafts.${article.id}`}}], state}
}

/** Readers find the notice; the newsroom keeps the text. */
const takeDown =
  (act: 'withdraw' | 'kill'): Recipe =>
  ({context, request, from}) => {
    const {piece, actor} = context
    const kind = act === 'withdraw' ? 'withdrawn' : 'killed'
    const note = textAt(request, 'note') ?? ''
    const owner = piece.review?.writer ?? actor.id
    const {mutation, state} = reviewAfter(
      context,
      act,
      from,
      {
        stage: kind,
        approval: undefined,
        schedule: undefined,
        submission: undefined,
        changedBy: [],
      },
      {hasDraft: true, hasPublished: false},
      {note},
    )
    return {
      mutations: [
        ...takeBack(piece.article, owner),
        mutation,
        noticeOf(context, kind, note),
        ledgerEntry(context, kind, [piece.article.id], note),
      ],
      state,
    }
  }

const setAside =
  (act: 'spike' | 'unspike'): Recipe =>
  ({context, request, from, sides}) => {
    const note = textAt(request, 'note')
    const {mutation, state} = reviewAfter(
      context,
      act,
      from,
      {
        stage: act === 'spike' ? 'spiked' : 'drafting',
        approval: undefined,
        schedule: undefined,
        submission: undefined,
      },
      sides,
      note ? {note} : {},
    )
    return {mutations: [mutation], state}
  }

const RECIPES: Record<Exclude<ActName, 'amend'>, Recipe> = {
  submit,
  requestChanges: backToWriter('requestChanges'),
  handBack: backToWriter('handBack'),
  approve,
  schedule,
  unschedule,
  publish: publishPiece,
  requireLegal: withLegal('requireLegal'),
  clearLegal: withLegal('clearLegal'),
  explainEmbargo,
  assign,
  discardChanges,
  withdraw: takeDown('withdraw'),
  kill: takeDown('kill'),
  spike: setAside('spike'),
  unspike: setAside('unspike'),
}
