// What Presentation says in words of its makers, said in words of the newsroom.
import {defineLocaleResourceBundle} from 'sanity'

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
  'preview-frame.status_timeout': 'This page does not answer: it is not a preview.',
}

/** Added to the studio's own English. */
export const pageLabels = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'presentation', resources: PRESENTATION}),
]
