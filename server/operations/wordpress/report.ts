// What an import did, and what found no place.

/** What can be said of an import, as a person reads it before the number. */
const SENTENCES = {
  created: 'Documents created',
  updated: 'Documents updated, because they changed in WordPress',
  unchanged: 'Documents as they were',
  edited: 'Documents left, because somebody has edited them here',
  removed: 'Documents left out, because somebody has removed them here',
  refused: 'Documents refused',
  published: 'Articles that readers see',
  draft: 'Articles that are drafts',
  private: 'Drafts that were private posts',
  scheduled: 'Drafts that were scheduled posts',
  password: 'Drafts that were posts with a password',
  noTitle: 'Drafts that were public posts without a title',
  noText: 'Drafts that were public posts without a text',
  hidden: 'Articles that WordPress does not show any more; they are published here',
  empty: 'Posts without a title and without a text, left out',
  trash: 'Posts in the trash, left out',
  page: 'Pages, left out: they are not articles',
  otherType: 'Items of other types, left out',
  comments: 'Comments of readers, left out',
  slugTaken: 'Web addresses that were taken; the WordPress ID was added',
  noSection: 'Articles without a section',
  noStandfirst: 'Articles without a standfirst',
  noByline: 'Articles without a byline',
  moreCategories: 'Further categories of articles, left out: an article has one section',
  parentCategory: 'Categories below others: sections have no levels',
  emptySection: 'Sections without articles: no post has their category as its first',
  unusedTag: 'Tags without posts, left out',
  taxonomy: 'Terms of other taxonomies, left out',
  sticky: 'Sticky posts',
  photoWithoutFile: 'Photos without a picture',
  photoWithoutCredit: 'Photos without a credit',
  otherCredit:
    'Credits in articles that differ from those of their photos; they are in the captions',
  photoWithoutAlt: 'Photos without a description',
  notPicture: 'Attachments that are not pictures, left out',
  form: 'Blocks, shortcodes and elements that lost their form; their text is in the articles',
  embed: 'Embeds that became links: the newsroom does not allow their hosts',
  field: 'Fields of plugins, left out',
} as const

export type Finding = keyof typeof SENTENCES

/** Of each kind this many are listed; the number counts all. */
const LISTED = 500

export class ImportReport {
  readonly #found = new Map<Finding, {count: number; examples: Map<string, number>}>()

  /** @param what an address, an ID or a name. The same one is listed once, with its number. */
  note(finding: Finding, what?: string, count = 1): void {
    if (count === 0) return
    const found = this.#found.get(finding) ?? {count: 0, examples: new Map<string, number>()}
    this.#found.set(finding, found)
    found.count += count
    if (what === undefined) return
    const known = found.examples.get(what)
    if (known !== undefined || found.examples.size < LISTED)
      found.examples.set(what, (known ?? 0) + count)
  }

  count(finding: Finding): number {
    return this.#found.get(finding)?.count ?? 0
  }

  /** For the file: each finding with its sentence, its number and what it is about. */
  asJson(): Record<string, {meaning: string; count: number; listed: Record<string, number>}> {
    return Object.fromEntries(
      this.#inOrder().map(([finding, {count, examples}]) => [
        finding,
        {meaning: SENTENCES[finding], count, listed: Object.fromEntries(examples)},
      ]),
    )
  }

  /** For people: a line for each finding, with the most frequent names. */
  asText(): string {
    return this.#inOrder()
      .map(([finding, {count, examples}]) => {
        const names = NAMED.has(finding)
          ? [...examples].toSorted((a, b) => b[1] - a[1]).slice(0, 5)
          : []
        const list = names.map(([name, times]) => `${name} (${times})`).join(', ')
        return `  ${SENTENCES[finding]}: ${count}${list ? `, such as ${list}` : ''}`
      })
      .join('\n')
  }

  #inOrder() {
    const order = Object.keys(SENTENCES) as Finding[]
    return [...this.#found].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  }
}

/** Findings whose names say more than their number. */
const NAMED: ReadonlySet<Finding> = new Set(['otherType', 'taxonomy', 'form', 'embed', 'field'])
