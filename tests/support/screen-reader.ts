// A page as a screen reader reads it out: the browser's accessibility tree, from top to bottom.
import type {Page} from 'playwright-core'

/** One thing that is read out, e.g. `heading 2: The gate` or `text: Nobody pushed it.` */
export interface Spoken {
  role: string
  name: string
  /** Of a heading. */
  level?: number
  /** Where a link leads. */
  url?: string
}

interface Node {
  nodeId: string
  childIds?: string[]
  ignored: boolean
  role?: {value?: string}
  name?: {value?: string}
  properties?: {name: string; value: {value?: unknown}}[]
}

/** The page's structure has these; they are not read out, but their content is. */
const SILENT = new Set(['RootWebArea', 'generic', 'InlineTextBox', 'none'])

/** What is read out of this page, each line of text once, in the order of the tree. */
export async function spokenOn(page: Page): Promise<Spoken[]> {
  const devtools = await page.context().newCDPSession(page)
  const {nodes} = (await devtools.send('Accessibility.getFullAXTree')) as {nodes: Node[]}
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const spoken: Spoken[] = []
  const listen = (node: Node | undefined): void => {
    if (!node) return
    const role = node.role?.value ?? 'none'
    if (!node.ignored && !SILENT.has(role)) spoken.push(asSpoken(role, node))
    for (const id of node.childIds ?? []) listen(byId.get(id))
  }
  listen(nodes[0])
  return spoken
}

function asSpoken(role: string, {name, properties}: Node): Spoken {
  const property = (named: string) => properties?.find((one) => one.name === named)?.value.value
  const [level, url] = [property('level'), property('url')]
  const words = (name?.value ?? '').replace(/\s+/g, ' ').trim()
  return {
    role: role === 'StaticText' ? 'text' : role,
    name: words,
    ...(role === 'heading' && typeof level === 'number' ? {level} : {}),
    ...(role === 'link' && typeof url === 'string' ? {url} : {}),
  }
}

/**
 * The first of these that is not spoken after the one before it, `undefined` where all come in this order.
 * A name stands for whatever holds it.
 */
export function outOfOrder(
  spoken: readonly Spoken[],
  expected: readonly Spoken[],
): Spoken | undefined {
  let from = 0
  return expected.find((next) => {
    const name = next.name.replace(/\s+/g, ' ').trim()
    const at = spoken.findIndex(
      (one, index) =>
        index >= from &&
        one.role === next.role &&
        one.level === next.level &&
        one.name.includes(name),
    )
    from = at + 1
    return at === -1
  })
}

/** Landmarks that cannot be told apart or must stand once, and headings whose level leaves one out. */
export function structureFaults(spoken: readonly Spoken[]): string[] {
  const lines = spoken.map(({role, name, level}) => `${role}${level ?? ''} ${name}`.trim())
  const once = ['banner', 'main', 'contentinfo', 'heading1']
  const counts = once.map((role) => lines.filter((one) => one.split(' ')[0] === role).length)
  const landmarks = lines.filter((one) =>
    /^(navigation|region|complementary|search|form)\b/.test(one),
  )
  const levels = spoken.flatMap(({level}) => level ?? [])
  return [
    ...once.flatMap((role, index) => (counts[index] === 1 ? [] : `${counts[index]} times ${role}`)),
    ...landmarks
      .filter((one) => !one.includes(' ') && one !== 'search')
      .map((one) => `${one} without a name`),
    ...landmarks
      .filter((one, index) => landmarks.indexOf(one) !== index)
      .map((one) => `twice ${one}`),
    ...levels.flatMap((level, index) =>
      index > 0 && level > (levels[index - 1] ?? 0) + 1
        ? `heading ${level} after ${levels[index - 1]}`
        : [],
    ),
  ]
}

/** Links that read the same and lead to different places. */
export function ambiguousLinks(spoken: readonly Spoken[]): string[] {
  const links = spoken.filter(({role}) => role === 'link')
  const places = Map.groupBy(links, ({name}) => name.toLowerCase())
  return [...places].flatMap(([name, all]) => {
    const urls = new Set(all.map(({url}) => url))
    return urls.size > 1 || name === '' ? `“${name}”: ${[...urls].join(' ')}` : []
  })
}
