// What the inbox asks the lake: one person's notifications, the newest first.

export const INBOX_LISTEN = '*[_type == "notification" && recipient == $me]'

/** How many the inbox shows. Older ones are read about in the articles' histories. */
export const INBOX_LIMIT = 100

/**
 * The headline is left out of a notification while the article is under embargo; here, where only the
 * staff looks, it is taken from the article.
 */
export const INBOX_QUERY = `{
  "items": *[_type == "notification" && recipient == $me] | order(at desc)[0...${INBOX_LIMIT}]{
    _id, kind, note, byName, at, readAt, subjectType, comment, task,
    "articleId": article._ref,
    "subjectId": subject._ref,
    "headline": coalesce(headline, *[_id == "drafts." + ^.article._ref][0].headline, *[_id == ^.article._ref][0].headline)
  },
  "unread": count(*[_type == "notification" && recipient == $me && !defined(readAt)])
}`

export const UNREAD_QUERY = '*[_type == "notification" && recipient == $me && !defined(readAt)]._id'
