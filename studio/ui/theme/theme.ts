// The studio's theme: warm paper, black ink, one deep red; headings in the reader's own serif font.
import {buildTheme} from '@sanity/ui/theme'
import {palette} from './palette.ts'

const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, "Noto Serif JP", serif'
export const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", "Noto Sans JP", Arial, sans-serif'

const defaults = buildTheme()

/** Serif for the article's own text, everywhere in the studio. */
export const READING_FONT = SERIF

export const theme = buildTheme({
  palette,
  font: {
    ...defaults.fonts,
    text: {...defaults.fonts.text, family: SANS},
    label: {...defaults.fonts.label, family: SANS},
    heading: {...defaults.fonts.heading, family: SERIF},
  },
})
