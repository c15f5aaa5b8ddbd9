// Keeps the focus on the page of a front where stories and containers are drawn again in other places.
import {useEffect, useRef, type RefObject} from 'react'

/** Where the focus was last. */
type Focused =
  | {story: string; label: string | null; place: number}
  | {container: string; control: string; place: number}

/** A story or a container that moves takes the focus along. Of one that is gone, its place has it. */
export function useKeepFocus(page: RefObject<HTMLElement | null>): void {
  const last = useRef<Focused>(undefined)
  useEffect(() => {
    const root = page.current
    if (!root) return undefined
    const remember = (event: FocusEvent): void => {
      last.current = focusedAt(root, event.target as HTMLElement)
    }
    // Who clicks beside everything has let go of it.
    const forget = (): void => void (last.current = undefined)
    root.addEventListener('focusin', remember)
    window.addEventListener('pointerdown', forget)
    return () => {
      root.removeEventListener('focusin', remember)
      window.removeEventListener('pointerdown', forget)
    }
  }, [page])
  useEffect(() => {
    const root = page.current
    const focused = last.current
    if (!focused || !root) return
    const all = 'story' in focused ? storiesIn(root) : containersIn(root)
    const index = all.findIndex(({dataset}) =>
      'story' in focused
        ? dataset['story'] === focused.story
        : dataset['container'] === focused.container,
    )
    if (index >= 0) focused.place = index
    const active = document.activeElement
    // A button that can do nothing more loses the focus a moment later.
    if (active && active !== document.body && !active.matches(':disabled')) return
    const there = all[index] ?? all[focused.place] ?? all.at(-1)
    const target =
      there && ('story' in focused ? inStory(there, focused) : inContainer(there, focused))
    ;(target ?? root.querySelector<HTMLElement>('[data-control="add"]'))?.focus()
  })
}

function focusedAt(root: HTMLElement, target: HTMLElement): Focused | undefined {
  const story = target.closest<HTMLElement>('[data-story]')
  if (story) {
    return {
      story: story.dataset['story'] ?? '',
      label: target === story ? null : target.getAttribute('aria-label'),
      place: storiesIn(root).indexOf(story),
    }
  }
  const container = target.closest<HTMLElement>('[data-container]')
  if (!container) return undefined
  return {
    container: container.dataset['container'] ?? '',
    control: target.closest<HTMLElement>('[data-control]')?.dataset['control'] ?? 'heading',
    place: containersIn(root).indexOf(container),
  }
}

function inStory(card: HTMLElement, {label}: {label: string | null}): HTMLElement {
  const button =
    label && card.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]:enabled`)
  return button || card
}

const inContainer = (card: HTMLElement, {control}: {control: string}): HTMLElement | null =>
  card.querySelector(`[data-control="${CSS.escape(control)}"]:enabled`) ??
  card.querySelector('[data-control="heading"]')

const storiesIn = (page: HTMLElement): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('[data-story]'),
]

const containersIn = (page: HTMLElement): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('[data-container]'),
]
