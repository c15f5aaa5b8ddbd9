// The script of a preview that the studio's tool shows: outlines around what can be clicked, the page
// drawn anew after each change, and addresses that stay within the previews.
import {enableVisualEditing} from '@sanity/visual-editing'
import './editing.css'
import {toPreview, withoutPerspective} from './addresses.ts'
import {refresh} from './refresh.ts'

/** Above the page, whose own highest layer is 10. */
const LAYER = 100

enableVisualEditing({
  zIndex: LAYER,
  history: {
    subscribe(tell) {
      tell({type: 'push', url: withoutPerspective(new URL(location.href))})
      return () => {}
    },
    update({type, url}) {
      if (type === 'pop') return history.back()
      const here = new URL(location.href)
      const to = toPreview(new URL(url, here), here) ?? url
      if (type === 'replace') location.replace(to)
      else location.assign(to)
    },
  },
  refresh: () => refresh(),
})

// Once the outlines had their say: a click on words that can be edited never gets here.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
  if (!link?.href || !isPlain || link.target || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  const to = toPreview(new URL(link.href), new URL(location.href))
  // What is no preview would leave the tool with a page that it cannot talk to.
  if (to === undefined) window.open(link.href, '_blank', 'noopener')
  else location.assign(to)
})
