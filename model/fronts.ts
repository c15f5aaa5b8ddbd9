// The fronts of the paper: which there are, and how their containers can look. Plain data.

/** The front page's document. */
export const HOME_FRONT = 'front-home'

/** The id of the front of a section; of the front page without one. */
export const frontIdOf = (sectionId?: string): string =>
  sectionId === undefined ? HOME_FRONT : `front-section-${sectionId}`

/** How a container sets its stories, and how many it shows if nobody says otherwise. */
export const LAYOUTS = {
  lead: {title: 'Lead', usual: 5},
  two: {title: 'Two', usual: 2},
  three: {title: 'Three', usual: 3},
  four: {title: 'Four', usual: 4},
  list: {title: 'List', usual: 6},
  opinion: {title: 'Opinion', usual: 4},
  pictures: {title: 'Pictures', usual: 3},
  ranked: {title: 'Ranked, with numerals', usual: 5},
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

/** How many stories a container can ask for. */
export const MOST_STORIES = 12
