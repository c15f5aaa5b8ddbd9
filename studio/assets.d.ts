/** The address of a file that is built with the studio. */
declare module '*.woff2?url' {
  const address: string
  export default address
}
