import {definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {newDocumentOptions} from './new-document-options.ts'
import {newsroomMenu} from './structure.ts'
import {newsroomTemplates} from './templates.ts'

/** The tool *Newsroom*: the newsroom's menu, and what *Create* offers. */
export const structure = definePlugin(() => ({
  name: 'copydesk/structure',
  plugins: [structureTool({title: 'Newsroom', structure: newsroomMenu})],
  schema: {templates: newsroomTemplates},
  document: {
    newDocumentOptions: newDocumentOptions(
      !workspaceMode().embedded,
      (id) => newsroomTemplates.find((template) => template.id === id)?.schemaType,
    ),
  },
}))
