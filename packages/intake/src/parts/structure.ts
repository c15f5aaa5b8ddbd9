// From lines to the parts of an article: what is above the text, the text, what is below it, and the page around.
import type {Article, Found} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {Reading} from '../lines.ts'
import {bodyOf} from './body.ts'
import {joined} from './bylines.ts'
import {sortFoot} from './foot.ts'
import {sortHead} from './head.ts'
import {sortPage} from './headline.ts'
import {sortPhotos} from './photos.ts'
import {type Kind, Sorting} from './sorting.ts'

export type Structure = Omit<Article, 'quotes'>

/** 【社会】 */
const withoutBrackets = (kicker: Found | null): Found | null =>
  kicker && {...kicker, text: kicker.text.replace(/^[【＜〈《［](.+)[】＞〉》］]$/u, '$1')}

export function structureOf(reading: Reading, rules: LanguageRules): Structure {
  const sorting = new Sorting(reading, rules)
  sortPage(sorting)
  sortPhotos(sorting)
  sortHead(sorting)
  sortFoot(sorting)
  const body = bodyOf(sorting)
  const found = (kind: Kind): Found | null =>
    joined(
      sorting.lines.flatMap(({text}, index) =>
        sorting.kinds[index] === kind ? [{text, index}] : [],
      ),
    )
  return {
    language: sorting.reading.language ?? sorting.rules.code,
    kicker: withoutBrackets(found('kicker')),
    headline: found('headline'),
    dek: found('dek'),
    bylines: sorting.bylines,
    authorBio: joined(sorting.bio),
    dateline: sorting.dateline,
    photos: sorting.photos.map(({at: _at, ...photo}) => photo),
    body,
    furniture: sorting.furniture,
  }
}
