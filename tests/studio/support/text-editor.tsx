// The editor of the studio's texts, without a page.
import {defineSchema, EditorProvider, useEditor, type Editor} from '@portabletext/editor'
import {act} from 'react'
import {createRoot} from 'react-dom/client'
import {vi} from 'vitest'

const SCHEMA = defineSchema({
  styles: [{name: 'normal'}, {name: 'h2'}, {name: 'blockquote'}],
  lists: [{name: 'bullet'}],
  decorators: [{name: 'strong'}, {name: 'em'}],
  annotations: [
    {name: 'link', fields: [{name: 'href', type: 'string'}]},
    {name: 'quotation', fields: [{name: 'quote', type: 'object'}]},
  ],
  blockObjects: [{name: 'photoUse'}],
})

/** What React needs of a page to render components without elements. */
function container(): HTMLElement {
  const none = (): void => undefined
  vi.stubGlobal('window', {event: undefined})
  // Nothing is one.
  vi.stubGlobal('HTMLIFrameElement', Map)
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const ownerDocument = {nodeType: 9, addEventListener: none, defaultView: globalThis}
  const element = {nodeType: 1, nodeName: 'DIV', tagName: 'DIV', ownerDocument}
  return Object.assign(Object.create(null), element, {addEventListener: none}) as HTMLElement
}

/** An editor with this text. Ends with the function that is returned with it. */
export async function openEditor(
  value: object[],
): Promise<{editor: Editor; close: () => Promise<void>}> {
  const opened = Promise.withResolvers<Editor>()
  function Opened() {
    opened.resolve(useEditor())
    return null
  }
  const root = createRoot(container())
  await act(async () => {
    root.render(
      <EditorProvider
        initialConfig={{
          schemaDefinition: SCHEMA,
          initialValue: value as ReturnType<typeof valueOf>,
        }}
      >
        <Opened />
      </EditorProvider>,
    )
  })
  const editor = await opened.promise
  const last = (value.at(-1) as {_key: string})._key
  await vi.waitUntil(() => valueOf(editor).at(-1)?._key === last)
  return {editor, close: async () => act(async () => root.unmount())}
}

export const valueOf = (editor: Editor) => editor.getSnapshot().context.value
