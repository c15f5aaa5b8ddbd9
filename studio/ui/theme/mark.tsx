// The studio's mark: a sheet with its headline, columns and a red rule.

/** Drawn in the current text colour, so that it serves on light and on dark. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 25 25"
      width="1em"
      height="1em"
      aria-hidden="true"
      data-sanity-icon="copydesk"
    >
      <rect width="25" height="25" rx="4" fill="#1f1c1a" />
      <path d="M5 6h15M5 9h15" stroke="#faf8f4" strokeWidth="1.8" />
      <path d="M5 13h6M5 16h6M5 19h6M14 19h6" stroke="#faf8f4" strokeWidth="1.2" opacity=".75" />
      <rect x="14" y="12.4" width="6" height="4.4" fill="#b3261e" />
    </svg>
  )
}
