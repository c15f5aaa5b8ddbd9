// The text editor passes keys on up to a second after they were pressed. Until then nobody else knows of them.
import {useEditor} from '@portabletext/editor'
import {useEffect} from 'react'
import type {PortableTextPluginsProps} from 'sanity'
import {beginTyping} from './keeper.ts'

export function KeysInEditor(props: PortableTextPluginsProps) {
  const editor = useEditor()
  useEffect(() => {
    let end: (() => void) | undefined
    const onKey = editor.on('patch', () => {
      end ??= beginTyping()
    })
    const stop = (): void => {
      end?.()
      end = undefined
    }
    const onPass = editor.on('mutation', stop)
    return () => {
      onKey.unsubscribe()
      onPass.unsubscribe()
      stop()
    }
  }, [editor])
  return props.renderDefault(props)
}
