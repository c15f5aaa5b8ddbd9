// Types only, for rooms that import no values of the package.
export type * from './article.ts'
export type {Format, Line, Mark, Picture, Reading} from './lines.ts'
export type {
  BodyPicture,
  PostBody,
  WxrAuthor,
  WxrItem,
  WxrSite,
  WxrTerm,
} from './wordpress/types.ts'
