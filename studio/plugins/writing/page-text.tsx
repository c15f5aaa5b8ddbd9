// Headline and standfirst as they will look: in the face and size of the page, as tall as their text.
import type {FormEvent, KeyboardEvent} from 'react'
import type {StringInputProps} from 'sanity'
import {css, styled} from 'styled-components'
import {READING_FONT} from '../../ui/theme/theme.ts'
import {goOn, toOneLine, type Look} from './page-text-keys.ts'

/** As in `site/styles/article.css`. */
const LOOKS = {
  headline: css`
    font-size: clamp(1.75rem, 8.5cqi, 3.375rem);
    font-weight: 550;
    line-height: 1.03;
    letter-spacing: -0.02em;
  `,
  dek: css`
    color: var(--card-muted-fg-color);
    font-size: clamp(1.1875rem, 3.5cqi, 1.4375rem);
    line-height: 1.34;
  `,
}

const Measure = styled.div`
  container-type: inline-size;
`

/** A hidden copy of the text gives the text area its height. */
const Growing = styled.div<{$look: Look; $isInvalid: boolean}>`
  display: grid;
  border-radius: 3px;
  box-shadow: 0 0 0 1px
    var(
      ${({$isInvalid}) => ($isInvalid ? '--card-badge-critical-icon-color' : '--card-border-color')}
    );
  font-family: ${READING_FONT};
  ${({$look}) => LOOKS[$look]}

  &:focus-within {
    box-shadow: 0 0 0 2px var(--card-focus-ring-color);
  }
  &::after,
  & > textarea {
    grid-area: 1 / 1;
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    margin: 0;
    padding: 0.5rem 0.75rem 0.6rem;
    border: 0;
    font: inherit;
    letter-spacing: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  &::after {
    content: attr(data-text) ' ';
    visibility: hidden;
  }
  & > textarea {
    overflow: hidden;
    outline: none;
    resize: none;
    background: none;
    color: inherit;
  }
`

interface PageTextProps {
  input: StringInputProps
  look: Look
}

/** Takes the place of the studio's input of a text. */
export function PageText({input, look}: PageTextProps) {
  // The studio shows changes inside its own input only.
  if (input.displayInlineChanges) return input.renderDefault(input)
  const {elementProps, validationError, value = ''} = input
  const change = (event: FormEvent<HTMLTextAreaElement>): void => {
    if (look === 'headline') toOneLine(event.currentTarget)
    elementProps.onChange(event)
  }
  return (
    <Measure>
      <Growing $look={look} $isInvalid={validationError !== undefined} data-text={value}>
        <textarea
          {...elementProps}
          rows={1}
          value={value}
          aria-invalid={validationError !== undefined}
          onChange={change}
          onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => goOn(event, look)}
        />
      </Growing>
    </Measure>
  )
}
