// Finds the place of a drop between two blocks of the text. Pure.

export interface Box {
  top: number
  bottom: number
}

/**
 * The number of blocks above the place: a block whose upper half is below the pointer stays below.
 *
 * @param y the pointer's
 */
export const placeAmong = (blocks: readonly Box[], y: number): number => {
  const below = blocks.findIndex(({top, bottom}) => y < (top + bottom) / 2)
  return below < 0 ? blocks.length : below
}

/** The height of the line that shows the place: halfway between its neighbours. */
export function lineAt(blocks: readonly Box[], place: number): number {
  const above = blocks[place - 1]
  const below = blocks[place]
  if (above && below) return (above.bottom + below.top) / 2
  return above?.bottom ?? below?.top ?? 0
}
