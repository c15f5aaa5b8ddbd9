// The table's lines and spaces; on a phone each row becomes a card.
import {styled} from 'styled-components'

export const TableFrame = styled.table`
  width: 100%;
  border-collapse: collapse;
  text-align: left;

  th,
  td {
    padding: 12px 16px;
    font-weight: inherit;
    vertical-align: middle;
  }
  thead th {
    padding-block: 11px;
    font-size: 12px;
    color: var(--card-muted-fg-color);
  }
  tbody tr + tr,
  thead + tbody tr {
    border-top: 1px solid var(--card-border-color);
  }
  tbody th {
    width: 34%;
    max-width: 0;
  }
  /* The button's own space comes before its words. */
  tbody td:nth-child(2) {
    padding-inline-start: 8px;
  }
  td:last-child {
    text-align: right;
    width: 1%;
  }

  @media (max-width: 760px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      padding-block: 10px;
    }
    tbody th,
    tbody td {
      width: auto;
      max-width: none;
      padding-block: 5px;
    }
    tbody th {
      min-width: 0;
    }
    /* Under the name, not under the picture. */
    tbody td:nth-child(2) {
      grid-row: 2;
      grid-column: 1 / -1;
      padding-inline-start: 46px;
    }
    tbody td:nth-child(3) {
      grid-row: 3;
      grid-column: 1 / -1;
      padding-inline-start: 54px;
    }
  }
`
