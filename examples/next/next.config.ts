import type {NextConfig} from 'next'

const config: NextConfig = {
  // Pages are kept until a tag of theirs is touched: see newsroom/ask.ts.
  cacheComponents: true,
  partialPrefetching: true,
  // This folder is the project, also where it lies inside of another one with a lock file.
  turbopack: {root: import.meta.dirname},
}

export default config
