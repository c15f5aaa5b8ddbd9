// The text of an article, in the typography of the site.
import {useRef} from 'react'
import type {InputProps, PortableTextInputProps} from 'sanity'
import {createGlobalStyle, css, styled} from 'styled-components'
import {READING_FONT} from '../../ui/theme/theme.ts'
import {useCaretInView} from './use-caret-in-view.ts'
import {useCaretPath} from './use-caret-path.ts'
import {useTidyPaste} from './use-tidy-paste.ts'

const AS_PRINTED = css`
  /* The text itself, not the names of styles in the toolbar. */
  & [data-testid^='text-style'],
  & [data-testid^='text-style'] * {
    font-family: ${READING_FONT};
  }
  & [data-testid='text-style--normal'] * {
    font-size: 1.2rem;
    line-height: 1.6;
  }
  & [data-testid='text-style--h2'] * {
    font-size: 1.65rem;
    line-height: 1.2;
  }
  & [data-testid='text-style--h3'] * {
    font-size: 1.35rem;
    line-height: 1.3;
  }
`

const Sheet = styled.div`
  & [data-testid='pt-editor'] {
    ${AS_PRINTED}
  }
  /* As tall as the text. The form scrolls, and the toolbar stays. */
  & [data-testid='pt-editor'][data-fullscreen='false'] {
    height: auto;
    overflow: visible;
    resize: none;

    & [data-testid='pt-editor__scroller'] {
      overflow: visible;
    }
    & [data-testid='pt-editor__toolbar-card'] {
      position: sticky;
      top: 0;
    }
    & [data-pt-editor] {
      min-height: 60vh;
    }
  }
  /* On a phone the head of the document stays there. */
  [data-ui='PaneLayout'][data-collapsed] & [data-testid='pt-editor__toolbar-card'] {
    position: static;
  }
`

/** The expanded text is elsewhere in the page. A caret that moves up stays below the toolbar. */
const Around = createGlobalStyle`
  [data-testid='pt-editor'][data-fullscreen='true'] {
    ${AS_PRINTED}
  }
  [data-testid='document-panel-scroller'] {
    scroll-padding-block: 4rem 1.5rem;
  }
  /* What the form says of words in the text: in Sanity's list the sign and the next sentence cover a long one. */
  [data-ui='Tooltip__card']
    > [data-ui='Box']
    > [data-ui='Stack']:has(> [data-ui='Flex'] [data-sanity-icon$='-outline']) {
    display: grid;
    gap: 0.75rem;
    padding: 0.5rem;
    & > [data-ui='Flex'] > [data-ui='Box']:first-child {
      flex: none;
    }
  }
`

/** Takes the place of the studio's input for the type `body`. */
export function BodyInput(given: InputProps) {
  const props = given as PortableTextInputProps
  const sheet = useRef<HTMLDivElement>(null)
  const focusPath = useCaretPath(sheet, props.focusPath)
  const tidyPaste = useTidyPaste()
  useCaretInView(sheet)
  return (
    <Sheet ref={sheet} onPasteCapture={tidyPaste}>
      <Around />
      {props.renderDefault({...props, focusPath, initialActive: true})}
    </Sheet>
  )
}
