// An input in place of the studio's own, for the fields of one type.
import type {ComponentType} from 'react'
import type {InputProps} from 'sanity'

/** For `form.components.input` of a plugin. */
export const inputOfType = (type: string, Input: ComponentType<InputProps>) =>
  function InputOfType(props: InputProps) {
    return props.schemaType.name === type ? <Input {...props} /> : props.renderDefault(props)
  }
