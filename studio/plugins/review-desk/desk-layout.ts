// The desk's table: its columns, and how they fold in a narrow window.
import {styled} from 'styled-components'

export const Table = styled.div`
  container: desk / inline-size;
`

/** One grid for the head and all rows, so that the columns are aligned. */
export const Line = styled.div`
  display: grid;
  grid-template-columns: 28px minmax(0, 1fr) 56px 150px 132px 64px 186px;
  column-gap: 18px;
  align-items: center;
  padding: 0 20px;

  &[data-selecting='false'] {
    grid-template-columns: minmax(0, 1fr) 56px 150px 132px 64px 186px;
  }
  @container desk (max-width: 1120px) {
    grid-template-columns: 28px minmax(0, 1fr) 44px 138px 110px 52px 136px;
    column-gap: 10px;
    padding: 0 12px;
    &[data-selecting='false'] {
      grid-template-columns: minmax(0, 1fr) 44px 138px 110px 52px 136px;
    }
  }
  @container desk (max-width: 900px) {
    grid-template-columns: 28px minmax(0, 1fr) 138px 110px 52px;
    &[data-selecting='false'] {
      grid-template-columns: minmax(0, 1fr) 138px 110px 52px;
    }
    & > [data-column='words'],
    & > [data-column='assigned'] {
      display: none;
    }
  }
  @container desk (max-width: 640px) {
    grid-template-columns: 28px minmax(0, 1fr) auto;
    &[data-selecting='false'] {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    & > [data-column='waiting'],
    & > [data-column='age'] {
      display: none;
    }
  }
`

export const Row = styled(Line)`
  position: relative;
  min-height: 52px;
  padding-block: 9px;
  border-top: 1px solid var(--card-hairline-soft-color, var(--card-border-color));
  cursor: pointer;
  outline: none;

  &:hover {
    background: var(--card-muted-bg-color);
  }
  & [data-avatar] {
    flex: none;
  }
  @container desk (max-width: 1120px) {
    & [data-avatar] {
      display: none;
    }
  }
  &[aria-selected='true'] {
    background: color-mix(in srgb, var(--card-focus-ring-color) 18%, transparent);
  }
  &:focus-visible {
    box-shadow: inset 0 0 0 2px var(--card-focus-ring-color);
    z-index: 1;
  }
  & [data-reveal] {
    opacity: 0;
  }
  &:hover [data-reveal],
  &:focus-visible [data-reveal],
  &:focus-within [data-reveal] {
    opacity: 1;
  }
  @media (hover: none) {
    & [data-reveal] {
      opacity: 1;
    }
  }
`

export const Headline = styled.span`
  & a {
    color: inherit;
    text-decoration: none;
  }
  & a:hover {
    text-decoration: underline;
  }
`

export const Dot = styled.span`
  display: inline-block;
  flex: none;
  width: 8px;
  height: 8px;
  border-radius: 50%;
  background: currentColor;
`

/** Stays at the top while its rows scroll below it. */
export const QueueHead = styled.div`
  position: sticky;
  top: 0;
  z-index: 2;
  background: var(--card-bg-color);
`

/** A button in a row, transparent on any row colour. */
export const CellButton = styled.button`
  display: block;
  width: 100%;
  padding: 5px 6px;
  margin: 0 -6px;
  border: 0;
  border-radius: 3px;
  background: none;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;

  &:hover {
    background: var(--card-border-color);
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
  }
`

/** Fingers need 44 px, and never hover. */
export const IconButton = styled(CellButton)`
  display: grid;
  place-items: center;
  flex: none;
  width: 34px;
  height: 34px;
  margin: 0;
  padding: 0;

  @media (pointer: coarse) {
    width: 44px;
    height: 44px;
  }
`

/** The colour of text in a tone, dark enough for small type. */
export const toneColor = (tone: string): string =>
  `color-mix(in srgb, var(--card-badge-${tone}-fg-color) 80%, var(--card-fg-color))`
