// A path of the form, in the notation of links and reasons.
import type {Path} from 'sanity'

/** `body[_key=="a1"].caption` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'string') return text === '' ? segment : `${text}.${segment}`
    if (typeof segment === 'number') return `${text}[${segment}]`
    return Array.isArray(segment) ? text : `${text}[_key=="${segment._key}"]`
  }, '')
}
