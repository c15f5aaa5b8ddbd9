// Style sheets are read as text and served by the site itself.
declare module '*.css?raw' {
  const text: string
  export default text
}

// Style sheets of a script for browsers, which brings them along.
declare module '*.css' {}

// A script for browsers, bundled, as text.
declare module '*.ts?script' {
  const text: string
  export default text
}

// Pictures of the newsroom's mark in base64, by their paths on the site.
declare module 'copydesk:icons' {
  const files: Record<string, string>
  export default files
}
