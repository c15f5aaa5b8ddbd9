import type {Role} from '../src/types.ts'

/** A role whose title and description do not matter. A filter by itself permits reading. */
export const role = (name: string, grants: Role['grants'] | string): Role => ({
  name,
  title: name,
  description: '',
  grants: typeof grants === 'string' ? [{filter: grants, permissions: ['read']}] : grants,
})
