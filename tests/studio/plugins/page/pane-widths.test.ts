import {expect, test} from 'vitest'
import {shareTheScreen} from '../../../../studio/plugins/page/pane-widths.ts'

function storage(kept: Record<string, string>) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  }
}

test('page and form share the screen until somebody drags them', () => {
  const fresh = storage({})
  shareTheScreen(fresh)
  expect(fresh.kept).toEqual({'presentation/panels': '{"preview:3,content:5":[58,42]}'})
  const chosen = storage({'presentation/panels': '{"preview:3,content:5":[30,70]}'})
  shareTheScreen(chosen)
  expect(chosen.kept).toEqual({'presentation/panels': '{"preview:3,content:5":[30,70]}'})
})
