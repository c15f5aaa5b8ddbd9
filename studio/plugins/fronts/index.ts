import {definePlugin} from 'sanity'
import {arrangesFronts, hasRole} from '../../data/roles.ts'
import {deskActions} from '../../data/slots.tsx'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {isPieceType} from '../../../model/registry.ts'
import {frontsTool} from './fronts-tool.tsx'
import {putOnFront, usePutOnFrontAction} from './put-on-front.tsx'

/** The tool *Fronts*, and *Put on front* on pieces and rows of the desk. Editors arrange them, journalists see them. */
export const fronts = definePlugin(() => {
  const hosted = !workspaceMode().embedded
  return {
    name: 'copydesk/fronts',
    tools: (tools, {currentUser}) =>
      hosted || hasRole(currentUser, 'journalist', 'photoEditor', 'editor', 'administrator')
        ? [...tools, frontsTool]
        : tools,
    studio: {components: {layout: deskActions.bring(putOnFront)}},
    document: {
      actions: (actions, {schemaType, currentUser}) =>
        isPieceType(schemaType) && arrangesFronts(currentUser, hosted)
          ? [...actions, usePutOnFrontAction]
          : actions,
    },
  }
})
