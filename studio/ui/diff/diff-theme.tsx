// The styles of additions and removals, for the light and the dark theme. They do not depend only on colour.
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {Spoken} from '../spoken.ts'
import {READING_FONT} from '../theme/theme.ts'

/** Wraps text of both versions. */
export const DiffText = styled.div`
  font-family: ${READING_FONT};
  font-size: 1rem;
  line-height: 1.55;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: var(--card-fg-color);

  & ins,
  & del {
    border-radius: 2px;
    padding: 0.1em 0.05em;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  & ins {
    color: color-mix(in srgb, var(--card-badge-positive-fg-color) 65%, var(--card-fg-color));
    text-decoration-color: var(--card-badge-positive-fg-color);
    background: var(--card-badge-positive-bg-color);
    text-decoration-line: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }
  & del {
    color: color-mix(in srgb, var(--card-badge-critical-fg-color) 65%, var(--card-fg-color));
    text-decoration-color: var(--card-badge-critical-fg-color);
    background: var(--card-badge-critical-bg-color);
    text-decoration-line: line-through;
    text-decoration-thickness: 1.5px;
  }
  /* Words that stayed, and whose emphasis or link did not. */
  & [data-restyled] {
    background: var(--card-badge-caution-bg-color);
    border-bottom: 2px dotted var(--card-badge-caution-fg-color);
  }
  & [data-link] {
    border-bottom: 1px solid currentColor;
  }
`

export function Added({children}: {children: ReactNode}) {
  return (
    <ins>
      <Spoken> [added: </Spoken>
      {children}
      <Spoken>] </Spoken>
    </ins>
  )
}

export function Removed({children}: {children: ReactNode}) {
  return (
    <del>
      <Spoken> [removed: </Spoken>
      {children}
      <Spoken>] </Spoken>
    </del>
  )
}
