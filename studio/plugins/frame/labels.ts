// Texts of the studio in the newsroom's own terms. The types show whether the studio still uses each of them after an
// update.
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
  'slug.not-unique': 'Another page has this web address already. Choose a different one.',
}

const STRUCTURE: Partial<Record<StructureLocaleResourceKeys, string>> = {
  'panes.document-list-pane.no-matching-documents.text':
    'Nothing waits in this list. “Create”, at the top, begins something new.',
  'panes.document-operation-results.operation-error_delete':
    'This was not deleted. Most often something else still uses it: take it out there first.',
  'panes.document-operation-results.operation-error_unpublish':
    'This is still published. Most often something else that is published uses it: take it out there first.',
}

/** Added to the studio's own English. */
export const newsroomLabels: LocaleResourceBundle[] = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'studio', resources: STUDIO}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'validation', resources: VALIDATION}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'structure', resources: STRUCTURE}),
]
