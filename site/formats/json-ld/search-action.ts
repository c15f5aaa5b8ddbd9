import {searchPath} from '../../display/paths.ts'
import {addressOf, type Publisher} from '../publisher.ts'

/** How the site is searched, as a `SearchAction` of the `WebSite`: the words go where the braces are. */
export function searchActionNode(publisher: Publisher): object {
  return {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${addressOf(publisher, searchPath())}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  }
}
