// The queries of the inbox: one person's notifications, newest first.
import {pieceField} from '../../../model/registry-groq.ts'

export const INBOX_LISTEN = '*[_type == "notification" && recipient == $me]'

/** How many notifications the inbox shows. The articles' histories have the older moves. */
export const INBOX_LIMIT = 100

/** The title of the piece with an ID that a GROQ expression gives. */
const titleOf = (id: string): string => `*[_id == ${id}][0]{"title": ${pieceField('title')}}.title`

/**
 * A notification has no headline while the article is under embargo. The inbox takes it from the article, because only the
 * staff sees the inbox.
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
