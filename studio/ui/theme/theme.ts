// The studio's theme: warm paper, black ink, one deep red, and one typeface. Only the article's own text has a face for
// reading.
import {buildTheme} from '@sanity/ui/theme'
import {palette} from './palette.ts'

export const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", "Noto Sans JP", Arial, sans-serif'

/** The site's `--serif`. A test compares them. */
export const READING_FONT =
  "Newsreader, 'Text on Georgia', 'Text on Noto Serif', 'Text on Times', 'Text on DejaVu Serif', 'Text on Open Sans', Charter, Georgia, 'Noto Serif JP', 'Hiragino Mincho ProN', 'Yu Mincho', serif"

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
