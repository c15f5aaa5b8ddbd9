// The studio's theme: warm paper, black ink, one deep red, and one typeface. Only the article's own text has a face for
// reading.
import {buildTheme} from '@sanity/ui/theme'
import {palette} from './palette.ts'

export const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", "Noto Sans JP", Arial, sans-serif'

/** The site's typeface on machines that have it installed, else a book face of the system. A test compares the first name. */
export const READING_FONT =
  "Newsreader, Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Text', 'Source Serif 4', 'Noto Serif', Cambria, Georgia, 'Liberation Serif', 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', serif"

const {fonts} = buildTheme()

export const theme = buildTheme({
  palette,
  font: {
    ...fonts,
    text: {...fonts.text, family: SANS},
    label: {...fonts.label, family: SANS},
    heading: {...fonts.heading, family: SANS},
  },
})
