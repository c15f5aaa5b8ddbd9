// The menus of the list open over the whole window: otherwise the table's edge cuts them off.

export const MENU_POPOVER = {
  portal: true,
  floatingBoundary: globalThis.document?.body ?? null,
  referenceBoundary: globalThis.document?.body ?? null,
}
