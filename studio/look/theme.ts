// The studio's look: warm paper, black ink, one deep red; headings in the reader's own serif.
import {buildTheme} from '@sanity/ui/theme'
import {color} from '@sanity/color'

type Tints = Record<
  '50' | '100' | '200' | '300' | '400' | '500' | '600' | '700' | '800' | '900' | '950',
  string
>

const PAPER: Tints = {
  '50': '#faf8f4',
  '100': '#f3f0ea',
  '200': '#e6e1d8',
  '300': '#cbc4b8',
  '400': '#a39b8f',
  '500': '#7d756b',
  '600': '#5e574f',
  '700': '#443f39',
  '800': '#2e2a26',
  '900': '#1f1c1a',
  '950': '#161412',
}
const INK: Tints = {
  '50': '#f3f5f8',
  '100': '#e4e9f0',
  '200': '#ccd6e3',
  '300': '#a3b5cb',
  '400': '#6f89a8',
  '500': '#35557c',
  '600': '#274468',
  '700': '#1f3653',
  '800': '#182940',
  '900': '#121f30',
  '950': '#0d1622',
}

/** A quieter green than the usual one, which glows on a dark ground. */
const LEAF: Tints = {
  '50': '#f1f7f2',
  '100': '#dfeee2',
  '200': '#c3dfc9',
  '300': '#96c6a1',
  '400': '#64a676',
  '500': '#3d8757',
  '600': '#2c6c44',
  '700': '#235537',
  '800': '#1a3d29',
  '900': '#132c1e',
  '950': '#0d2016',
}

const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, "Noto Serif JP", serif'
const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", "Noto Sans JP", Arial, sans-serif'

const defaults = buildTheme()

/** Serif for the article's own words, wherever the studio shows them. */
export const READING_FONT = SERIF

export const theme = buildTheme({
  palette: {...color, gray: PAPER, blue: INK, green: LEAF, white: '#fffefb', black: '#161412'},
  font: {
    ...defaults.fonts,
    text: {...defaults.fonts.text, family: SANS},
    label: {...defaults.fonts.label, family: SANS},
    heading: {...defaults.fonts.heading, family: SERIF},
  },
})
