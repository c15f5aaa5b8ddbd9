// How the menus of the list open: over the whole window, not cut off at the table's edge.

export const MENU_POPOVER = {
  portal: true,
  floatingBoundary: globalThis.document?.body ?? null,
  referenceBoundary: globalThis.document?.body ?? null,
}
