// The newsroom's mark: lines of text on red.

/** Units across and down. */
export const MARK_SIZE = 16
export const MARK_COLOUR = '#8c1d2f'
const CORNER = 2
/** Lines of text: left, right and middle height of each, all of one thickness. */
const LINES: readonly [left: number, right: number, y: number][] = [
  [4, 12, 4.5],
  [4, 12, 8],
  [4, 9, 11.5],
]
const THICKNESS = 1.6

/** The mark as SVG. */
export function markSvg(): string {
  const lines = LINES.map(([left, right, y]) => `M${left} ${y}H${right}`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MARK_SIZE} ${MARK_SIZE}">` +
    `<rect width="${MARK_SIZE}" height="${MARK_SIZE}" rx="${CORNER}" fill="${MARK_COLOUR}"/>` +
    `<path d="${lines}" stroke="#fff" stroke-width="${THICKNESS}"/></svg>\n`
  )
}
