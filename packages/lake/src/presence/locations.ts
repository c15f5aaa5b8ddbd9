import {isRecord} from '../is-record.ts'
// Checks the locations that a studio announces. Colleagues' studios draw them unchecked, so only the shape that they
// expect may pass.

/** A document, a field and, in running text, a caret. */
export interface PresenceLocation {
  type: string
  documentId: string
  path: PathSegment[]
  lastActiveAt?: string
  selection?: PresenceSelection
}

type PathSegment = string | number | {_key: string}

/** As the studio's editor of Portable Text describes it. */
interface PresenceSelection {
  anchor: PresencePoint
  focus: PresencePoint
  backward?: boolean
}

interface PresencePoint {
  path: PathSegment[]
  offset: number
}

/** A studio announces one location for each tab. */
const MAX_LOCATIONS = 10
const MAX_SEGMENTS = 64
const MAX_LETTERS = 256

/** Null for anything but a list of locations. Unknown members of a location are left out. */
export function parseLocations(value: unknown): PresenceLocation[] | null {
  if (!Array.isArray(value) || value.length > MAX_LOCATIONS) return null
  return all(value, parseLocation)
}

function parseLocation(value: unknown): PresenceLocation | null {
  if (!isRecord(value)) return null
  const {type, documentId, lastActiveAt} = value
  const path = parsePath(value['path'] ?? [])
  if (!isText(type) || !isText(documentId) || documentId === '' || !path) return null
  // While nothing is selected, some say so by null.
  const selection = parseSelection(value['selection'] ?? undefined)
  if (selection === null) return null
  return {
    type,
    documentId,
    path,
    ...(isText(lastActiveAt) ? {lastActiveAt} : {}),
    ...(selection ? {selection} : {}),
  }
}

function parseSelection(value: unknown): PresenceSelection | undefined | null {
  if (value === undefined) return undefined
  if (!isRecord(value)) return null
  const [anchor, focus] = [parsePoint(value['anchor']), parsePoint(value['focus'])]
  if (!anchor || !focus) return null
  const {backward} = value
  return {anchor, focus, ...(typeof backward === 'boolean' ? {backward} : {})}
}

function parsePoint(value: unknown): PresencePoint | null {
  if (!isRecord(value)) return null
  const path = parsePath(value['path'])
  const {offset} = value
  return path && isIndex(offset) ? {path, offset} : null
}

function parsePath(value: unknown): PathSegment[] | null {
  if (!Array.isArray(value) || value.length > MAX_SEGMENTS) return null
  return all(value, parseSegment)
}

function parseSegment(value: unknown): PathSegment | null {
  if (isText(value) || isIndex(value)) return value
  return isRecord(value) && isText(value['_key']) ? {_key: value['_key']} : null
}

/** Null if one of them is invalid. */
function all<T>(values: readonly unknown[], parse: (value: unknown) => T | null): T[] | null {
  const parsed: T[] = []
  for (const value of values) {
    const one = parse(value)
    if (one === null) return null
    parsed.push(one)
  }
  return parsed
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_LETTERS

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
