/** Sizes of the newsroom's icon as PNG, in pixels. */
export const ICON_SIZES: readonly number[] = [32, 144, 180, 192, 512]

/** The path of the mark in one of `ICON_SIZES`. */
export const iconPath = (size: number): string => `/icon-${size}.png`

/** The path at which browsers look for an icon by themselves. */
export const ICO_PATH = '/favicon.ico'

/** The path of the mark as a drawing. */
export const DRAWN_ICON_PATH = '/icon.svg'
