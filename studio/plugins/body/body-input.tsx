// The text of an article, in the typography of the site.
import {useRef} from 'react'
import type {InputProps, PortableTextInputProps} from 'sanity'
import {styled} from 'styled-components'
import {READING_FONT} from '../../ui/theme/theme.ts'
import {useCaretPath} from './use-caret-path.ts'
import {useTidyPaste} from './use-tidy-paste.ts'

const Sheet = styled.div`
  /* The text itself, not the names of styles in the toolbar. */
  & [data-testid='pt-editor'] [data-testid^='text-style'],
  & [data-testid='pt-editor'] [data-testid^='text-style'] * {
    font-family: ${READING_FONT};
  }
  & [data-testid='pt-editor'] [data-testid='text-style--h2'] * {
    font-size: 1.4rem;
    line-height: 1.3;
  }
  & [data-testid='pt-editor'] [data-testid='text-style--h3'] * {
    font-size: 1.15rem;
    line-height: 1.35;
  }
  /* The studio opens it as low as a letter; a story wants a page. It can still be resized. */
  & [data-testid='pt-editor'][data-fullscreen='false'] {
    height: min(75vh, 52rem);
  }
`

/** Takes the place of the studio's input for the type `body`. */
export function BodyInput(given: InputProps) {
  const props = given as PortableTextInputProps
  const sheet = useRef<HTMLDivElement>(null)
  const focusPath = useCaretPath(sheet, props.focusPath)
  const tidyPaste = useTidyPaste()
  return (
    <Sheet ref={sheet} onPasteCapture={tidyPaste}>
      {props.renderDefault({...props, focusPath, initialActive: true})}
    </Sheet>
  )
}
