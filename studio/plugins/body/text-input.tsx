// The input of every text: what its editor says reaches the form.
import {useCallback, useEffect, useRef} from 'react'
import {
  isArrayOfBlocksInputProps,
  type FormPatch,
  type InputProps,
  type PatchEvent,
  type PortableTextInputProps,
} from 'sanity'
import {inputOfType} from '../../ui/input-of-type.tsx'
import {BodyInput} from './body-input.tsx'
import {keepKeys} from './keep-keys.ts'
import type {Patch} from './patches-of-others.ts'

const Looks = inputOfType('body', BodyInput)

export function TextInput(props: InputProps) {
  return isArrayOfBlocksInputProps(props) ? (
    <WithKeys {...(props as InputProps as PortableTextInputProps)} />
  ) : (
    props.renderDefault(props)
  )
}

function WithKeys(props: PortableTextInputProps) {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const onChange = useCallback((change: FormPatch | FormPatch[] | PatchEvent): void => {
    const {onChange: tell, value} = latest.current
    if (!Array.isArray(change)) return tell(change)
    // The studio's types of patches have wider paths than the editor's, which these are.
    const kept = keepKeys(change as Patch[], value) as FormPatch[]
    if (kept.length > 0) tell(kept)
  }, [])
  return <Looks {...({...props, onChange} as InputProps)} />
}
