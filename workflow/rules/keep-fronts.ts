// A rule: what readers can no longer open leaves every front in the same transaction, and each change of a
// front that readers see is in the ledger.
import {fixedKey} from '../perform/review.ts'
import {END_SLOTS} from '../fronts/end-slots.ts'
import {orderEntry} from '../perform/ledger.ts'
import {describeFrontChange} from '../fronts/describe-front-change.ts'
import {
  hasBrokenPlace,
  hasForeignPicture,
  isFront,
  slotsOf,
  type SlotInFront,
} from '../fronts/read-front.ts'
import {draftTidying, photosIn, tidying} from '../fronts/tidy-input.ts'
import {tidyFront, tidyingWrites, withoutPaths, type Removal} from '../fronts/tidy-front.ts'
import type {PieceDocument} from '../piece.ts'
import {publishesRelease, withRelease} from '../staged.ts'
import {checkAlternative, checkPhoto} from '../checks/photo.ts'
import {lengthOf, MAX_LENGTHS} from '../../model/lengths.ts'
import {nameOf, refAt, textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import {asReview, type Notification, type ReviewReason} from '../../model/records.ts'
import {fieldsOf, isPieceType, labelOf, titleOf} from '../../model/registry.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput, type RuleWrite} from './types.ts'

export function keepFronts(input: RuleInput): RuleAnswer {
  const events = eventsIn(input)
  const affected = [...events.keys()].flatMap((id) =>
    input.referrers(id).filter((referrer) => isFront(input.read(referrer))),
  )
  if (imports(input) && input.act === undefined) return keepInImport(affected, events, input)
  const fronts = new Set([
    ...input.changes.filter(({result}) => isFront(result)).map(({id}) => id),
    ...affected,
  ])
  const answers = [...fronts].map((id) =>
    id.includes('.') ? keepDraft(id, events, input) : keepPublished(id, events, input),
  )
  return {
    reasons: answers.flatMap(({reasons = []}) => reasons),
    writes: [
      ...answers.flatMap(({writes = []}) => writes),
      ...input.changes.flatMap((change) => recordRemoval(change, input)),
      ...tellEditors(
        answers.flatMap(({stale = []}) => stale),
        input,
      ),
    ],
  }
}

/** What the rule says of one front, and the words that came off it. */
interface FrontAnswer extends RuleAnswer {
  stale?: StaleWords[]
}

/**
 * An import brings fronts along as they are, in any order with their stories. What it takes from readers comes
 * off the fronts that are there.
 */
function keepInImport(fronts: readonly string[], events: Events, input: RuleInput): RuleAnswer {
  const there = new Map([...events].map(([id, {isGone}]) => [id, {corrected: [], isGone}]))
  const writes = [...new Set(fronts)].flatMap((id): RuleWrite[] => {
    const before = input.read(id)
    if (!before || input.changes.some((change) => change.id === id)) return []
    if (id.includes('.')) return keepDraft(id, there, input).writes ?? []
    const removals = tidyFront(before, tidying(input)).filter((removal) => isAbout(removal, there))
    const paths = removals.map(({path}) => path)
    const after = withoutPaths(before, new Set(paths))
    const writes = tidyingWrites(before, paths, photosIn(input))
    if (removals.length === 0) return writes
    return [...writes, entry({id, before, after}, linesOf({before, after, removals}, input), input)]
  })
  return {writes}
}

const isAbout = ({slot, why}: Removal, events: Events): boolean =>
  (why === 'gone' || why === 'off' || why === 'rights') &&
  [slot.piece, slot.photo].some((one) => one !== undefined && events.has(one))

/** What happened to a piece or a photo that fronts may show: the fields that say something else now. */
type Events = ReadonlyMap<string, {corrected: ('headline' | 'dek')[]; isGone: boolean}>

function eventsIn({changes, read}: RuleInput): Events {
  const events = new Map<string, {corrected: ('headline' | 'dek')[]; isGone: boolean}>()
  const add = (
    id: string | undefined,
    {corrected = [], isGone = false}: {corrected?: ('headline' | 'dek')[]; isGone?: boolean} = {},
  ): void => {
    if (id !== undefined) events.set(id, {corrected, isGone})
  }
  for (const {id, previous, result} of changes) {
    const isLive = !id.includes('.')
    const published = publishedIdOf(id)
    if (isPieceType(previous?._type)) {
      if (isLive && previous) {
        add(id, {corrected: correctedWords(previous, result), isGone: result === null})
      } else if (!result && !read(published) && !events.has(published)) add(published)
    }
    if (isPhoto(previous ?? result) && (isLive || hasOtherRights(previous, result))) add(published)
    if (isLive && result?._type === 'offFronts') add(refAt(result, 'piece'))
    const review = asReview(result)
    if (review?.stage === 'spiked' && asReview(previous)?.stage !== 'spiked') {
      add(review.subject._ref, {isGone: true})
    }
  }
  return events
}

const isPhoto = (document: PieceDocument | null): boolean => document?._type === 'photoWithCredit'

/** A draft changes with each keystroke; only its rights count before it is published. */
const hasOtherRights = (previous: PieceDocument | null, result: PieceDocument | null): boolean =>
  JSON.stringify(previous?.['rights']) !== JSON.stringify(result?.['rights'])

function correctedWords(
  previous: PieceDocument,
  result: PieceDocument | null,
): ('headline' | 'dek')[] {
  if (!result) return []
  const {title, summary} = fieldsOf(result)
  const differs = (field: string | undefined): boolean =>
    field !== undefined && textAt(previous, field) !== textAt(result, field)
  return [
    ...(differs(title) ? (['headline'] as const) : []),
    ...(differs(summary) ? (['dek'] as const) : []),
  ]
}

/** Words of a front that were taken off because the piece's own were corrected. */
interface StaleWords {
  front: PieceDocument
  slot: SlotInFront
  part: 'headline' | 'dek'
  path: string
}

function staleWords(front: PieceDocument, events: Events): StaleWords[] {
  return slotsOf(front).flatMap((slot) =>
    (events.get(slot.piece)?.corrected ?? [])
      .filter((part) => slot[part] !== undefined)
      .map((part) => ({front, slot, part, path: `${slot.path}.${part}`})),
  )
}

/** Only what the transaction is about: an editor may still be arranging the rest. */
function keepDraft(id: string, events: Events, input: RuleInput): FrontAnswer {
  const front = input.read(id)
  if (!front || input.changes.some((change) => change.id === id)) return {}
  const {isThere, ...around} = draftTidying(input)
  // What was withdrawn or spiked goes on as a draft, but not on a front.
  const isOpen = (piece: string): boolean => !events.get(piece)?.isGone && isThere(piece)
  const removals = tidyFront(front, {...around, isThere: isOpen}).filter((removal) =>
    isAbout(removal, events),
  )
  const stale = staleWords(front, events)
  const unset = [...removals, ...stale].map(({path}) => path)
  return unset.length > 0 ? {writes: [{patch: {id, unset}}], stale} : {}
}

function keepPublished(id: string, events: Events, input: RuleInput): FrontAnswer {
  const {changes, read, act} = input
  const front = read(id)
  if (!front) return {}
  const change = changes.find((one) => one.id === id)
  const removals = tidyFront(front, tidying(input))
  const stale = staleWords(front, events)
  const paths = new Set([...removals, ...stale].map(({path}) => path))
  const after = withoutPaths(front, paths)
  const reasons = change && act === undefined ? refuseFront(front, removals, input) : []
  if (reasons.length > 0) return {reasons}
  const before = change ? change.previous : front
  // The action has taken these off already.
  const ended = act === END_SLOTS && before ? tidyFront(before, tidying(input)) : []
  const lines = linesOf({before, after, removals: [...ended, ...removals]}, input)
  return {
    writes: [
      ...tidyingWrites(front, [...paths], photosIn(input)),
      ...(change || lines.length > 0 ? [entry({id, before, after}, lines, input)] : []),
    ],
    stale,
  }
}

/**
 * What an editor has to mend before readers may see the front. Nobody is there when a scheduled release
 * is published: a picture whose rights have ended since comes off then.
 */
function refuseFront(
  front: PieceDocument,
  removals: readonly Removal[],
  {changes, read, now}: RuleInput,
): ReviewReason[] {
  const off = new Set(removals.map(({path}) => path))
  const slots = slotsOf(front).filter(({path}) => !off.has(path))
  const inRelease = publishesRelease(changes)
  const pictures = slots
    .filter(({path}) => !inRelease || !off.has(`${path}.picture`))
    .flatMap(({photo: id, path}): ReviewReason[] => {
      const photo = id === undefined ? null : read(id)
      if (id === undefined) return []
      if (!photo) {
        const place = {document: front, path: `${path}.picture`}
        return [error('photoUnpublished', place, 'A picture of this front is not published yet.')]
      }
      const sides = [photo, read(draftIdOf(id)) ?? photo]
      const found = [
        ...sides.flatMap((side) => checkPhoto(side, Date.parse(now), true)),
        ...checkAlternative(photo),
      ]
      return found.filter(({severity}) => severity === 'error')
    })
  const foreign = hasForeignPicture(front)
    ? [
        error(
          'pictureWithoutPhoto',
          {document: front, path: 'containers'},
          'A picture of this front is not from the library: its credit and rights are not known.',
        ),
      ]
    : []
  const broken = hasBrokenPlace(front)
    ? [
        error(
          'placeBroken',
          {document: front, path: 'containers'},
          'A place on this front has no story, or no key of its own (“_key”). Remove it in the form of the front.',
        ),
      ]
    : []
  const long = slots.flatMap(({headline, path}) =>
    lengthOf(headline) > MAX_LENGTHS.headline.refuse
      ? [
          error(
            'headlineTooLong',
            {document: front, path: `${path}.headline`},
            `A headline on this front has ${lengthOf(headline)} characters; ${MAX_LENGTHS.headline.refuse} is the most.`,
          ),
        ]
      : [],
  )
  return [...broken, ...foreign, ...pictures, ...long]
}

/** Of what is gone, the words that it had: the ledger is for the newsroom only. */
const namesIn =
  ({changes, read, lastRevision}: RuleInput) =>
  (id: string): string => {
    const gone = changes.find((change) => change.id === id)?.previous
    return nameOf(read(id) ?? gone ?? read(draftIdOf(id)) ?? lastRevision?.(id))
  }

/** What changed, and why it came off. */
function linesOf(
  {
    before,
    after,
    removals,
  }: {before: PieceDocument | null; after: PieceDocument; removals: readonly Removal[]},
  input: RuleInput,
): string[] {
  return [
    ...describeFrontChange(before, after, namesIn(input)),
    ...removals.map((removal) => sayWhy(removal, input)),
  ]
}

function sayWhy({slot, why, path}: Removal, input: RuleInput): string {
  const name = namesIn(input)(slot.piece)
  if (path !== slot.path) return `The picture at ${name} came off: its rights do not allow it.`
  return {
    gone: `${name} came off: readers cannot open it.`,
    off: `${name} came off: it is on no front.`,
    ended: `${name} came off: its time there had ended.`,
    twice: `${name} came off ${slot.container.name}: it is on the front already.`,
    rights: '',
  }[why]
}

/** One entry, with all pieces that it may name. */
function entry(
  {id, before, after}: {id: string; before: PieceDocument | null; after: PieceDocument | null},
  lines: readonly string[],
  input: RuleInput,
): RuleWrite {
  const slots = [...slotsOf(before), ...slotsOf(after)]
  return orderEntry(input, {
    kind: after ? (before ? 'changed' : 'published') : 'removed',
    subject: id,
    articles: [...new Set(slots.map(({piece}) => piece))],
    changes: lines.length > 0 ? lines : ['Readers see the same as before.'],
    ...withRelease(id, input),
  })
}

/** A front that readers no longer get. */
function recordRemoval({id, previous, result}: RuleChange, input: RuleInput): RuleWrite[] {
  if (!isFront(previous) || result || id.includes('.')) return []
  const lines = ['The front was removed: the page is as without one.']
  return [entry({id, before: previous, after: null}, lines, input)]
}

/** By whom the timer's entries are. */
const SYSTEM = 'system'

/**
 * Who has published a front is told that words on it are off, and who began the draft or the version that had
 * them.
 */
function tellEditors(stale: readonly StaleWords[], input: RuleInput): RuleWrite[] {
  const byFront = Map.groupBy(stale, ({front}) => publishedIdOf(front._id))
  return [...byFront].flatMap(([id, words]) => tellOfFront(id, words, input))
}

function tellOfFront(id: string, stale: readonly StaleWords[], input: RuleInput): RuleWrite[] {
  const {actor, now, transactionId, read, referrers} = input
  const editors = [
    ...referrers(id)
      .filter((referrer) => referrer.startsWith('ledger.'))
      .flatMap((entryId) => textAt(read(entryId), 'by') ?? []),
    ...stale
      .filter(({front}) => front._id !== id)
      .flatMap(({front}) => textAt(front, '_system', 'createdBy') ?? []),
  ]
  const note = stale.map(({slot, part}) => {
    const piece = read(slot.piece)
    const what = piece ? labelOf(piece._type, part) : part
    return `The ${what} of ${nameOf(piece)} was corrected. The ${what} that the front had for it came off.`
  })
  const title = [read(id), ...stale.map(({front}) => front)].flatMap((one) => titleOf(one) ?? [])[0]
  return [...new Set(editors)]
    .filter((recipient) => recipient !== actor.id && recipient !== SYSTEM)
    .map((recipient) => ({
      create: {
        _id: `notification.${fixedKey(transactionId, 'frontCorrected', id, recipient)}`,
        _type: 'notification',
        recipient,
        kind: 'frontCorrected',
        subject: {_type: 'reference', _ref: id, _weak: true},
        subjectType: 'front',
        headline: title ?? 'Front page',
        note: [...new Set(note)].join(' '),
        by: actor.id,
        byName: actor.name,
        at: now,
      } satisfies Notification,
    }))
}
