// The page that the tool shows when a link of the studio opens a document in it.
import type {Tool} from 'sanity'
import {previewPath} from '../../../model/registry.ts'
import {previewAddress} from '../../data/page-address.ts'
import {FRONT_PAGE} from './locations.ts'

/**
 * The tool, which then shows the document's own page. If the document has none, the page on the screen stays.
 *
 * Presentation keeps the page that is in the studio's address. Without one it would show the site's `/`, where a click opens
 * no field.
 */
export function withPageOfDocument(tool: Tool): Tool {
  return {
    ...tool,
    getIntentState: (intent, params, ...rest) =>
      tool.getIntentState?.(intent, {preview: pageOf(params), ...params}, ...rest),
  }
}

function pageOf({id, type}: Record<string, string>): string {
  const path = id && type ? previewPath({_id: id, _type: type}) : null
  if (path) return previewAddress(path)
  return new URLSearchParams(location.search).get('preview') ?? previewAddress(FRONT_PAGE)
}
