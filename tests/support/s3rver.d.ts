// What tests/support/bucket.ts uses of a package without types.
declare module 's3rver' {
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      vhostBuckets: boolean
      configureBuckets: {name: string}[]
    })
    run(): Promise<unknown>
    close(): Promise<void>
  }
}
