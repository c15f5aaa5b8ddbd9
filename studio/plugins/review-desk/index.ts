import {definePlugin} from 'sanity'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {deskTool, usesDesk} from './desk-tool.tsx'

/** The tool *Review desk*: every piece in the works. */
export const reviewDesk = definePlugin({
  name: 'copydesk/review-desk',
  tools: (tools, {currentUser}) =>
    usesDesk(currentUser, !workspaceMode().embedded) ? [...tools, deskTool] : tools,
})
