// Reads the holder, and the creator if there is one, from a printed credit.

export interface CreditParts {
  holder: string
  /** Only if the credit names one. */
  creator?: string
}

const COPYRIGHT = /^(?:©|ⓒ|\(c\)|（c）|copyright\b)[\s\u3000:]*/i

/**
 * Understands `(© Sankei by Yasuto Tanaka)`, `(©The Ministry of Defense)`, `© 2026 Holder` and their
 * full-width forms, in which an ideographic space parts holder from creator. Null for everything that
 * is not plainly one of these, e.g. `Jane Doe / Agency`.
 */
export function parseCredit(text: string): CreditParts | null {
  const bare = unwrap(text.trim())
  if (!COPYRIGHT.test(bare)) return null
  const named = bare
    .replace(COPYRIGHT, '')
    .replace(/^©?\s*\d{4}(?:\s*[-–]\s*\d{4})?[,.\s\u3000]*/, '')
    .replace(/[.,\s\u3000]*all rights reserved\.?$/i, '')
    .trim()
  if (!named || /[/|;]/.test(named)) return null

  const [holder, creator] = named.split(/\s+by\s+/i).map((part) => part.trim())
  if (holder && creator) return {holder, creator}
  const [first, second, ...rest] = named.split(/\u3000+/).map((part) => part.trim())
  if (first && second && rest.length === 0) return {holder: first, creator: second}
  return {holder: named}
}

/** Removes one pair of parentheses around the whole text, of either width. */
function unwrap(text: string): string {
  const inside = /^[(（]([^()（）]*(?:\([^()]*\)[^()（）]*)*)[)）]$/.exec(text)?.[1]
  // `(c) Holder` begins with a parenthesis, but is not wrapped in one.
  return inside === undefined || /^c$/i.test(inside.trim()) ? text : inside.trim()
}
