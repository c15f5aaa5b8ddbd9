/** The template of *Article from a text*. It is missing if the workspace leaves out the plugin `intake`. */
export const FROM_TEXT = 'article-from-text'
