// Colours of sections and of the newsroom, and how legible they are.

/** A colour on white paper, and its lighter form on dark paper. */
interface Hue {
  title: string
  light: string
  dark: string
}

/** What a section can choose from. Each is legible on every ground of the site (`GROUNDS`). */
export const HUES = {
  claret: {title: 'Claret', light: '#8c1d2f', dark: '#f29a9a'},
  rust: {title: 'Rust', light: '#97380f', dark: '#f0a678'},
  ochre: {title: 'Ochre', light: '#6f4e00', dark: '#e0b450'},
  green: {title: 'Green', light: '#23613a', dark: '#8acb9b'},
  teal: {title: 'Teal', light: '#07595e', dark: '#74cbd0'},
  blue: {title: 'Blue', light: '#14508c', dark: '#92c1f2'},
  indigo: {title: 'Indigo', light: '#453a96', dark: '#b8b0f7'},
  plum: {title: 'Plum', light: '#74306c', dark: '#e2a6df'},
  slate: {title: 'Slate', light: '#3f4c57', dark: '#b4c1cc'},
} as const satisfies Record<string, Hue>

/** The grounds of the site: `site/styles/base.css` has the same. */
export const GROUNDS = {
  light: {paper: '#ffffff', tint: '#f6f3ee', opinion: '#f9f0e4'},
  dark: {paper: '#131316', tint: '#1d1c21', opinion: '#241d16', contrast: '#26272d'},
} as const

/** The colour of a newsroom that has not chosen one. */
export const BRAND = '#8c1d2f'

const LEAST_CONTRAST = 4.5

/** Whether a text is a colour as settings take it, `#8c1d2f`. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** The ratio of two colours' luminances as WCAG 2 defines it, between 1 and 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Whether text of this colour can be read on all grounds of this scheme. */
export const isLegible = (colour: string, scheme: keyof typeof GROUNDS): boolean =>
  Object.values(GROUNDS[scheme]).every((ground) => contrast(colour, ground) >= LEAST_CONTRAST)

/** The colour mixed with as much white as dark paper needs. */
export function onDark(colour: string): string {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = channels(colour).map((value) => Math.round(value + (255 - value) * white))
    const found = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (isLegible(found, 'dark')) return found
  }
  return '#ffffff'
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
