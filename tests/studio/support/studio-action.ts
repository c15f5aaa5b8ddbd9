import type {DocumentActionComponent} from 'sanity'

/** Stands for one of the studio's own actions. The one that makes a task has no name. */
export const studioAction = (action?: string): DocumentActionComponent =>
  Object.assign(() => null, {action}) as unknown as DocumentActionComponent
