// The site's typefaces: which files of which packages, and how much of each is kept.

/** Values of a variable font's axes: one value, or the range that stays variable. */
type Axes = Record<string, number | {min: number; max: number}>

export interface Face {
  /** Begins the name of the file. */
  name: string
  family: string
  style: 'normal' | 'italic'
  weight: string
  /** A package below `@fontsource-variable/`, and one of its files without `.woff2`. */
  package: string
  file: string
  /** Its characters by their name in the package. */
  characters: 'latin' | 'latin-ext'
  axes: Axes
  /** The first screen needs it. */
  isPreloaded?: boolean
}

const WEIGHTS = {min: 400, max: 700}
/** Optical sizes from that of captions to that of the largest headline. */
const TEXT_TO_DISPLAY = {min: 14, max: 72}

/** Loaded where their characters are on the page: most pages take the first three only. */
export const FACES: readonly Face[] = [
  {
    name: 'newsreader',
    family: 'Newsreader',
    style: 'normal',
    weight: '400 700',
    package: 'newsreader',
    file: 'newsreader-latin-opsz-normal',
    characters: 'latin',
    axes: {wght: WEIGHTS, opsz: TEXT_TO_DISPLAY},
    isPreloaded: true,
  },
  {
    name: 'franklin',
    family: 'Libre Franklin',
    style: 'normal',
    weight: '400 700',
    package: 'libre-franklin',
    file: 'libre-franklin-latin-wght-normal',
    characters: 'latin',
    axes: {wght: WEIGHTS},
    isPreloaded: true,
  },
  {
    name: 'newsreader-italic',
    family: 'Newsreader',
    style: 'italic',
    weight: '400',
    package: 'newsreader',
    file: 'newsreader-latin-opsz-italic',
    characters: 'latin',
    axes: {wght: 400, opsz: 24},
  },
  {
    name: 'newsreader-ext',
    family: 'Newsreader',
    style: 'normal',
    weight: '400 700',
    package: 'newsreader',
    file: 'newsreader-latin-ext-opsz-normal',
    characters: 'latin-ext',
    axes: {wght: WEIGHTS, opsz: 24},
  },
  {
    name: 'newsreader-italic-ext',
    family: 'Newsreader',
    style: 'italic',
    weight: '400',
    package: 'newsreader',
    file: 'newsreader-latin-ext-opsz-italic',
    characters: 'latin-ext',
    axes: {wght: 400, opsz: 24},
  },
  {
    name: 'franklin-ext',
    family: 'Libre Franklin',
    style: 'normal',
    weight: '400 700',
    package: 'libre-franklin',
    file: 'libre-franklin-latin-ext-wght-normal',
    characters: 'latin-ext',
    axes: {wght: WEIGHTS},
  },
]

/** Cut by the package into slices of characters that occur together; a page takes those that it needs. */
export const JAPANESE = {
  name: 'noto-serif-jp',
  family: 'Noto Serif JP',
  weight: '200 900',
  package: 'noto-serif-jp',
  axis: 'wght',
}

/**
 * Faces that stand in until the site's own arrive: a system's font, enlarged or reduced so that its lines break at the
 * same words. `axes` are those of the words that are measured.
 */
export interface StandIn {
  /** Begins the name of each family: `Text on Georgia`. */
  name: string
  /** The face that is late. */
  face: string
  axes: Record<string, number>
  weight: 'regular' | 'bold'
  systems: 'serif' | 'sans'
}

export const STAND_INS: readonly StandIn[] = [
  {
    name: 'Text',
    face: 'newsreader',
    axes: {wght: 400, opsz: 18},
    weight: 'regular',
    systems: 'serif',
  },
  {
    name: 'Headline',
    face: 'newsreader',
    axes: {wght: 600, opsz: 28},
    weight: 'bold',
    systems: 'serif',
  },
  {name: 'Sans', face: 'franklin', axes: {wght: 400}, weight: 'regular', systems: 'sans'},
]
