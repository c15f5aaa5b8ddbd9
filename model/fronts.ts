// The fronts of the paper: which there are, and how their containers can look. Plain data.

/** The front page's document. */
export const HOME_FRONT = 'front-home'

/** The id of the front of a section; of the front page without one. */
export const frontIdOf = (sectionId?: string): string =>
  sectionId === undefined ? HOME_FRONT : `front-section-${sectionId}`

/** How a container sets its stories, and how many it can hold. */
export const LAYOUTS = {
  lead: {title: 'Lead', most: 5, usual: 5},
  two: {title: 'Two', most: 4, usual: 2},
  three: {title: 'Three', most: 6, usual: 3},
  four: {title: 'Four', most: 8, usual: 4},
  list: {title: 'List', most: 12, usual: 6},
  opinion: {title: 'Opinion', most: 6, usual: 4},
  pictures: {title: 'Pictures', most: 6, usual: 3},
  ranked: {title: 'Ranked, with numerals', most: 10, usual: 5},
} as const

export type Layout = keyof typeof LAYOUTS

/** What fills the places of a container that nobody has filled by hand. */
export const FILLS = {
  newest: 'The newest stories',
  section: 'The newest of a section',
  topic: 'The newest on a topic',
  series: 'The newest of a series',
  nothing: 'Nothing: only what is placed by hand',
} as const

export type Fill = keyof typeof FILLS

/** How many containers a front can have. */
export const MOST_CONTAINERS = 20
