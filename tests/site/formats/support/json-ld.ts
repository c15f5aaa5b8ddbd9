import {elements} from '../../support/html.ts'

export type Node = Record<string, any>

/** The nodes of a page's JSON-LD, by their type. */
export function nodesOf(html: string): Node[] {
  const scripts = elements(html, 'script', 'application/ld+json')
  if (scripts.length !== 1) throw new Error(`The page has ${scripts.length} elements of JSON-LD.`)
  const [script = ''] = scripts
  const text = script.slice(script.indexOf('>') + 1, script.lastIndexOf('</script>'))
  const document = JSON.parse(text) as Node
  if (document['@context'] !== 'https://schema.org') throw new Error('Its context is another one.')
  return document['@graph']
}

/** The node of this type. */
export function nodeOf(html: string, type: string): Node {
  const found = nodesOf(html).find((node) => [node['@type']].flat().includes(type))
  if (!found) throw new Error(`There is no ${type}.`)
  return found
}
