// Which messages of a field are shown while somebody writes in it. Pure.
import type {FormNodeValidation} from 'sanity'

type Levels = ReadonlySet<FormNodeValidation['level']>

/** Of one field. */
export interface Shown {
  isFocused: boolean
  /** The value when the field got the focus. */
  start: unknown
  /** Since it has the focus. */
  isEdited: boolean
  /** Somebody has been in the field. */
  wasLeft: boolean
  /** Messages of these levels are shown. */
  levels: Levels
}

export interface FieldNow {
  isFocused: boolean
  value: unknown
  validation: readonly FormNodeValidation[]
  /** Nobody has come to this field yet, because the document is new. */
  isAhead: boolean
}

export const NOTHING_SHOWN: Shown = {
  isFocused: false,
  start: undefined,
  isEdited: false,
  wasLeft: false,
  levels: new Set(),
}

/**
 * What arises while somebody edits the field is shown when they leave it. What was there before stays until it is mended.
 * Messages are compared by level, because their words change with the text (“120 characters”).
 *
 * @returns the same object if nothing changes
 */
export function follow(before: Shown, now: FieldNow): Shown {
  const {isFocused, value} = now
  const start = isFocused ? (before.isFocused ? before.start : value) : undefined
  const isEdited = isFocused && (before.isEdited || value !== start)
  const wasLeft = before.wasLeft || (before.isFocused && !isFocused)
  const isQuiet = now.isAhead && !wasLeft && isEmpty(value)
  const present = isQuiet ? [] : now.validation.map(({level}) => level)
  const levels = new Set(isEdited ? present.filter((level) => before.levels.has(level)) : present)
  const isSame =
    before.isFocused === isFocused &&
    before.isEdited === isEdited &&
    before.wasLeft === wasLeft &&
    before.start === start &&
    levels.size === before.levels.size &&
    [...levels].every((level) => before.levels.has(level))
  return isSame ? before : {isFocused, start, isEdited, wasLeft, levels}
}

/** The same list if all of it is shown. */
export function shownOf<Message extends FormNodeValidation>(
  validation: Message[],
  {levels}: Shown,
): Message[] {
  return validation.every(({level}) => levels.has(level))
    ? validation
    : validation.filter(({level}) => levels.has(level))
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
