// The studio's colours: tints of a few quiet hues, from paper to ink.
import {hslToRgb, rgbToHex, type ThemeColorPalette} from '@sanity/ui/theme'

type Tints = ThemeColorPalette['gray']

/** The lightness of each tint, in per cent. */
const LIGHTNESS: Record<keyof Tints, number> = {
  '50': 97,
  '100': 93.5,
  '200': 87.5,
  '300': 76,
  '400': 61,
  '500': 42,
  '600': 35,
  '700': 28,
  '800': 19.5,
  '900': 13,
  '950': 9,
}

/**
 * @param h hue in degrees
 * @param s saturation in per cent; the palest tints get `pale` instead
 */
function tints(h: number, s: number, pale = s): Tints {
  const tint = ([key, l]: [string, number]): [string, string] => [
    key,
    rgbToHex(hslToRgb({h, s: l > 80 ? pale : s, l})),
  ]
  return Object.fromEntries(Object.entries(LIGHTNESS).map(tint)) as Tints
}

export const palette: ThemeColorPalette = {
  black: '#161412',
  white: '#fffefb',
  /** Newsprint. */
  gray: tints(33, 9, 20),
  /** Ink: the colour of links and of the selection. */
  blue: tints(213, 40, 38),
  /** Muted, because bright colours glare on a dark background. */
  green: tints(141, 36, 32),
  red: tints(3, 66, 80),
  orange: tints(24, 75, 85),
  yellow: tints(44, 80, 88),
  cyan: tints(190, 45, 45),
  purple: tints(268, 35, 45),
  magenta: tints(330, 45, 55),
}
