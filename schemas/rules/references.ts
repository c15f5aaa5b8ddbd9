// What a document that is not published yet means for the one that refers to it.
import type {ReferenceRule} from 'sanity'

/** Photos, quotes and sources are published in one step with the article: nobody has to go first. */
export function goesOutWithTheArticle(rule: ReferenceRule): ReferenceRule {
  return rule.info('Not published yet: it goes out together with the article.')
}

/** Authors, sections and topics belong to the whole site, so an article waits for them. */
export function publishedFirst(rule: ReferenceRule, what: string): ReferenceRule {
  return rule.error(`${what} is not published yet. An editor publishes it first.`)
}
