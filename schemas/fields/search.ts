// How much a field counts in the studio's search. Sanity guesses it from the keys of a preview, which
// ours do not follow: without this a headline counts no more than a word deep in the text.

/**
 * For the field by which a document is known: its headline, its name. More than what a mention
 * beside it, a reference to what is looked for and a text full of the word come to together.
 */
export const FOUND_FIRST = {search: {weight: 20}}

/** For a text that is not a name: what somebody said, what a picture shows. */
export const FOUND_AS_TEXT = {search: {weight: 10}}

/** For the text next to it in lists. */
export const FOUND_NEXT = {search: {weight: 5}}
