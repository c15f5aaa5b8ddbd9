// The little of CSS that says what a text is: bold, italic, its size, whether it is shown.

export interface Look {
  isBold?: boolean
  isItalic?: boolean
  /** As written. */
  size?: string
  isHidden?: boolean
  isBlock?: boolean
  isIndented?: boolean
  keepsBreaks?: boolean
}

/** The look that declarations such as `font-weight: 700` give. */
export function lookOf(declarations: string): Look {
  const look: Look = {}
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':')
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    declare(look, declaration.slice(0, colon).trim().toLowerCase(), value)
  }
  return look
}

function declare(look: Look, name: string, value: string): void {
  if (name === 'font-weight') look.isBold = /^(?:bold|[6-9]00)/.test(value)
  else if (name === 'font-style') look.isItalic = /^(?:italic|oblique)/.test(value)
  else if (name === 'font-size') {
    look.size = value
    if (/^0(?:\.0+)?(?:px|pt|em)?(?: |$)/.test(value)) look.isHidden = true
  } else if (name === 'font') declareFont(look, value)
  else if (name === 'display') {
    if (value.startsWith('none')) look.isHidden = true
    if (value.startsWith('block')) look.isBlock = true
  } else if (name === 'visibility' || name === 'mso-hide') {
    if (/^(?:hidden|all)/.test(value)) look.isHidden = true
  } else if (name === 'white-space') look.keepsBreaks = value.startsWith('pre')
  else if (name === 'margin-left' || name === 'padding-left') {
    look.isIndented = (pointsOf(value) ?? 0) >= 24
  } else if (name === 'text-indent' && value.startsWith('-')) look.isIndented = false
}

function declareFont(look: Look, value: string): void {
  const size = /(?<![\w.])[\d.]+(?:pt|px|em|%)/.exec(value)?.[0]
  if (size) look.size = size
  if (/\b(?:bold|[6-9]00)\b/.test(value)) look.isBold = true
  if (/\b(?:italic|oblique)\b/.test(value)) look.isItalic = true
}

/** The looks of classes. Rules for printers and small screens, and for elements within others, do not count. */
export function looksOfClasses(css: string): Map<string, Look> {
  const looks = new Map<string, Look>()
  let depth = 0
  let from = 0
  let selectors = ''
  const rules = css.replaceAll(/\/\*.*?(?:\*\/|$)|<!--|-->/gs, ' ')
  for (const {0: brace, index} of rules.matchAll(/[{}]/g)) {
    const text = rules.slice(from, index)
    from = index + 1
    if (brace === '{') {
      depth += 1
      if (depth === 1) selectors = text
    } else {
      if (depth === 1) addRule(looks, selectors, text)
      depth = Math.max(depth - 1, 0)
    }
  }
  return looks
}

function addRule(looks: Map<string, Look>, selectors: string, declarations: string): void {
  for (const selector of selectors.slice(selectors.lastIndexOf(';') + 1).split(',')) {
    const name = /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
    if (name) looks.set(name, {...looks.get(name), ...lookOf(declarations)})
  }
}

const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['xx-small', 7],
  ['x-small', 7.5],
  ['small', 10],
  ['medium', 12],
  ['large', 13.5],
  ['x-large', 18],
  ['xx-large', 24],
])
/** `<font size="1">` to `<font size="7">`. */
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36]

/** A size in points; undefined where it cannot be known. */
export function pointsOf(size: string, parent?: number): number | undefined {
  const [, number = '', unit = ''] = /^([\d.]+)\s*(pt|px|em|rem|%|cm|mm|in)/.exec(size.trim()) ?? []
  const value = Number.parseFloat(number)
  if (Number.isNaN(value)) return KEYWORDS.get(size.trim().split(' ')[0]!)
  const factors: Readonly<Record<string, number>> = {
    pt: 1,
    px: 0.75,
    em: parent ?? 12,
    rem: 12,
    '%': (parent ?? 12) / 100,
    cm: 28.35,
    mm: 2.835,
    in: 72,
  }
  return Math.round(value * factors[unit]! * 10) / 10
}

/** The size of `<font size="+1">` in points. */
export function fontElementSize(size: string | undefined): number | undefined {
  if (size === undefined || !/^\s*[+-]?\d+\s*$/.test(size)) return undefined
  const number = Number(size)
  const step = /[+-]/.test(size) ? 3 + number : number
  return FONT_SIZES[Math.min(Math.max(step, 1), 7) - 1]
}
