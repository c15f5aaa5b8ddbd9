// Where a person begins: the address inside the studio that shows the work of their role.

const REVIEW_DESK = 'desk'
const MY_WORK = 'desk/mine'
const PHOTOS_TO_COMPLETE = 'structure/photos;photos-to-complete'
const PEOPLE = 'people'
const NEWSROOM = 'structure'

/**
 * The first address that fits. The first part of it is the name of a tool.
 * @param hasFirstSteps whether an administrator still has something to set up
 */
export function startOf(roles: readonly string[], hasFirstSteps: boolean): string {
  const has = (role: string): boolean => roles.includes(role)
  if (has('administrator') && hasFirstSteps) return PEOPLE
  if (has('editor')) return REVIEW_DESK
  if (has('journalist')) return MY_WORK
  if (has('photoEditor')) return PHOTOS_TO_COMPLETE
  if (has('administrator')) return REVIEW_DESK
  return NEWSROOM
}

/**
 * The address if its tool is there, else the first tool: a newsroom can leave out a plugin.
 * @param tools their names, in the order of the menu
 */
export function withinTools(start: string, tools: readonly string[]): string {
  const [tool = ''] = start.split('/')
  return tools.includes(tool) ? start : (tools[0] ?? '')
}

/** @param basePath of the workspace */
export const addressWithin = (basePath: string, address: string): string =>
  `${basePath.replace(/\/$/, '')}/${address}`
