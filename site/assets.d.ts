// Style sheets are read as text and served by the site itself.
declare module '*.css?raw' {
  const text: string
  export default text
}

// A script for browsers, bundled, as text.
declare module '*.ts?script' {
  const text: string
  export default text
}
