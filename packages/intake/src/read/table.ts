// Tables of figures, and tables that only put things next to each other.
import {moveMarks, type Line} from '../lines.ts'

/** The lines of a table whose cells are read: a line for each row, or the cells one by one. */
export function tableLines(rows: Line[][][], newFigure: () => number): Line[] {
  if (!isData(rows)) return rows.flat(2)
  const figure = newFigure()
  return rows
    .map(rowLine)
    .filter((line) => line !== null)
    .map((line) => ({...line, figure}))
}

/** Each cell is a short text, and they are next to each other. */
function isData(rows: Line[][][]): boolean {
  const isPlain = (cell: Line[]): boolean =>
    cell.length <= 1 && cell.every(({text, hint}) => text !== '' && text.length <= 200 && !hint)
  const isWide = (row: Line[][]): boolean => row.filter((cell) => cell.length > 0).length > 1
  return rows.every((row) => row.every(isPlain)) && rows.some(isWide)
}

/** The cells of a row, parted by tabs. */
function rowLine(cells: Line[][]): Line | null {
  const filled = cells.flat()
  if (filled.length === 0) return null
  const line: Line = {text: '', startsGroup: true, marks: []}
  for (const [index, [cell]] of cells
    .slice(0, cells.findLastIndex(({length}) => length > 0) + 1)
    .entries()) {
    if (index > 0) line.text += '\t'
    const start = line.text.length
    line.text += cell?.text ?? ''
    line.marks.push(...moveMarks(cell?.marks ?? [], start))
  }
  if (filled.every(({isBold}) => isBold)) line.isBold = true
  return line
}
