import {isColour, onDark} from '../../model/colours.ts'

/** Rules for the newsroom's own colour; none where it has not chosen one, or where the settings hold something else. */
export function brandCss(colour: string | null | undefined): string {
  if (!colour || !isColour(colour)) return ''
  return `:root{--accent:${colour}}@media (prefers-color-scheme:dark){:root{--accent:${onDark(colour)}}}@media print{:root{--accent:#000}}`
}
