import {addressOf, type Publisher} from '../publisher.ts'

/** The way from the front page to a page, as a `BreadcrumbList`. Steps without a name are left out. */
export function breadcrumbsNode(
  publisher: Publisher,
  steps: readonly {name: string | null | undefined; path: string}[],
): object {
  const all = [{name: publisher.name, path: '/'}, ...steps].filter(({name}) => name?.trim())
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({name, path}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: {'@id': addressOf(publisher, path)},
    })),
  }
}
