// What the studio says in words of its makers, said in words of the newsroom. The types see to it that
// each of these is still asked for after an update.
import {
  defineLocaleResourceBundle,
  type LocaleResourceBundle,
  type StudioLocaleResourceKeys,
  type ValidationLocaleResourceKeys,
} from 'sanity'
import type {StructureLocaleResourceKeys} from 'sanity/structure'

const STUDIO: Partial<Record<StudioLocaleResourceKeys, string>> = {
  'asset-sources.common.uploader.upload-failed.title': 'The file was not uploaded',
  'asset-sources.common.uploader.upload-failed.description':
    'Is it what its name says, a JPEG for instance? Then try again.',
  'asset-source.dialog.insert-asset-error': 'The file could not be inserted. Try again.',
}

const VALIDATION: Partial<Record<ValidationLocaleResourceKeys, string>> = {
  'slug.not-unique': 'Another page has this web address already. Choose another one.',
}

const STRUCTURE: Partial<Record<StructureLocaleResourceKeys, string>> = {
  'panes.document-operation-results.operation-error_delete':
    'This was not deleted. Most often something else still uses it: take it out there first.',
  'panes.document-operation-results.operation-error_unpublish':
    'This is still published. Most often something else that is published uses it: take it out there first.',
}

/** Its makers publish no type of these. */
const PRESENTATION = {
  'locations-banner.resolving.text': 'Looking for the pages that show it…',
  'locations-banner.locations-count_zero': 'No page shows it yet',
  'main-document.label': 'This page',
  'main-document.missing.text': 'There is nothing to edit at <Code>{{path}}</Code> itself.',
  'document-list-pane.document-list.title': 'On this page',
  'narrow-tabs.content-tab.label': 'Form',
  'narrow-tabs.preview-tab.label': 'Page',
  'preview-frame.overlay.toggle-button.text': 'Click to edit',
  'preview-frame.overlay.toggle-button.tooltip_disable': 'Let a click follow links, as for readers',
  'preview-frame.overlay.toggle-button.tooltip_enable': 'Let a click open the field',
  'preview-frame.status_timeout': 'This page does not answer: it is none of the previews.',
}

/** Added to the studio's own English. */
export const newsroomWords: LocaleResourceBundle[] = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'studio', resources: STUDIO}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'validation', resources: VALIDATION}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'structure', resources: STRUCTURE}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'presentation', resources: PRESENTATION}),
]
