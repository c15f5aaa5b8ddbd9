// The script of a preview in the studio's tool: outlines around everything that can be clicked, and the
// page updated after each change.
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
