// How long an article is meant to become. It is the writer's own note, so it stays in the browser: in the document, a change
// of it would make an approval lapse.
const keyOf = (articleId: string): string => `copydesk.target.${articleId}`

export function rememberedTarget(articleId: string): number | null {
  try {
    return Number(localStorage.getItem(keyOf(articleId))) || null
  } catch {
    return null
  }
}

export function rememberTarget(articleId: string, target: number | null): void {
  try {
    if (target === null) localStorage.removeItem(keyOf(articleId))
    else localStorage.setItem(keyOf(articleId), String(target))
  } catch {
    // Without storage it is forgotten when the form is closed.
  }
}
