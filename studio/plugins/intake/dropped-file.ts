// The file that a person drops or pastes.

/** The first file. */
export const fileIn = ({files}: Pick<DataTransfer, 'files'>): File | undefined => files[0]

const ARTICLES = /\.(?:doc[mx]?|html?|xhtml|eml|mhtml?|txt|text|md|rtf|odt|pages)$/i

/** Pictures that are dropped on a form are meant for its fields. */
export const isArticle = ({name, type}: Pick<File, 'name' | 'type'>): boolean =>
  ARTICLES.test(name) || /^(?:text\/|message\/rfc822)/.test(type)
