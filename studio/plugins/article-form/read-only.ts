// Makes a form read-only, for scheduled, killed and spiked pieces. Copying still works.
import {createContext} from 'react'
import type {BlockAnnotationProps, FieldProps, InputProps, ItemProps} from 'sanity'

/** Whether the form of the article around a component is locked. */
export const LockedContext = createContext(false)

export function readOnlyInput(props: InputProps): InputProps {
  const {elementProps} = props as {elementProps?: object}
  return {
    ...props,
    readOnly: true,
    ...(elementProps && {elementProps: {...elementProps, readOnly: true}}),
  } as InputProps
}

/** The field's own menu reads the input's properties. */
export function readOnlyField(props: FieldProps): FieldProps {
  return {...props, inputProps: readOnlyInput(props.inputProps as InputProps)} as FieldProps
}

export function readOnlyItem(props: ItemProps): ItemProps {
  const {inputProps} = props as {inputProps?: InputProps}
  return {
    ...props,
    readOnly: true,
    ...(inputProps && {inputProps: readOnlyInput(inputProps)}),
  } as ItemProps
}

/** A link in the text: it can be read, but not removed. */
export function readOnlyAnnotation(props: BlockAnnotationProps): BlockAnnotationProps {
  return {...props, readOnly: true}
}
