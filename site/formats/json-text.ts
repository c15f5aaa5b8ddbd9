import {cleanText} from './clean-text.ts'

/** An object as JSON, without control characters and half characters in its strings. */
export function jsonText(value: object, {emptyLists = true}: {emptyLists?: boolean} = {}): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === 'string') return cleanText(member)
    return !emptyLists && Array.isArray(member) && member.length === 0 ? undefined : member
  })
}
