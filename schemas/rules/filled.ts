import type {CustomValidator} from 'sanity'

/** There are words in it: what consists of spaces counts as missing, which `rule.required()` lets pass. */
export function filled(message: string): CustomValidator<string | undefined> {
  return (text) => Boolean(text?.trim()) || message
}
