// How long an article is meant to become. It is the writer's own note, so it stays in the browser: in the document, a change
// of it would make an approval lapse.
import {readRemembered, remember} from '../../ui/remembered.ts'

const keyOf = (articleId: string): string => `copydesk.target.${articleId}`

export const rememberedTarget = (articleId: string): number | null =>
  Number(readRemembered(keyOf(articleId))) || null

export const rememberTarget = (articleId: string, target: number | null): void =>
  remember(keyOf(articleId), target === null ? null : String(target))
