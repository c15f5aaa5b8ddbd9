// The lake that the studio uses: the embedded one that serves it, or Sanity's hosted one.

export interface WorkspaceMode {
  /** The lake is the process that served this page. */
  embedded: boolean
  projectId: string
  dataset: string
}

/**
 * `SANITY_STUDIO_PROJECT_ID` set means hosted. The build replaces `process.env.SANITY_STUDIO_…` by
 * its value only where the whole expression is written out.
 */
export function workspaceMode(): WorkspaceMode {
  const projectId = process.env.SANITY_STUDIO_PROJECT_ID
  const dataset = process.env.SANITY_STUDIO_DATASET
  return projectId
    ? {embedded: false, projectId, dataset: dataset || 'production'}
    : {embedded: true, projectId: 'copydesk', dataset: 'production'}
}
