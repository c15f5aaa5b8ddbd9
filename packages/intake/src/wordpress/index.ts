/**
 * Reads the export of a whole WordPress site: its authors, terms, posts and pictures one by one, and the texts of posts
 * as the blocks of an article. It asks no network for anything.
 */
export {languageTag} from '../read/language-tag.ts'
export {languageNamed} from './language.ts'
export {readBody, type BodyOptions} from './body.ts'
export {creditFields, photoCredit, type PhotoCredit} from './credit-fields.ts'
export {plainText} from './plain-text.ts'
export type * from './types.ts'
export {createWxrReader, type WxrListener, type WxrReader} from './wxr.ts'
