// What the inbox asks the lake: one person's notifications, the newest first.
import {pieceField} from '../../../model/registry-groq.ts'

export const INBOX_LISTEN = '*[_type == "notification" && recipient == $me]'

/** How many the inbox shows. Older ones are read about in the articles' histories. */
export const INBOX_LIMIT = 100

/** The title of the piece with an ID that a GROQ expression gives. */
const titleOf = (id: string): string => `*[_id == ${id}][0]{"title": ${pieceField('title')}}.title`

/**
 * The headline is left out of a notification while the article is under embargo; here, where only the
 * staff looks, it is taken from the article.
 */
export const INBOX_QUERY = `{
  "items": *[_type == "notification" && recipient == $me] | order(at desc)[0...${INBOX_LIMIT}]{
    _id, kind, note, byName, at, readAt, subjectType, comment, task,
    "articleId": article._ref,
    "subjectId": subject._ref,
    "headline": coalesce(headline, ${titleOf('"drafts." + ^.article._ref')}, ${titleOf('^.article._ref')})
  },
  "unread": count(*[_type == "notification" && recipient == $me && !defined(readAt)])
}`

export const UNREAD_QUERY = '*[_type == "notification" && recipient == $me && !defined(readAt)]._id'
