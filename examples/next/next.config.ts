import type {NextConfig} from 'next'

const config: NextConfig = {
  // Pages are cached until one of their tags is invalidated: see newsroom/ask.ts.
  cacheComponents: true,
  partialPrefetching: true,
  // This folder is the project, even inside a project with its own lock file.
  turbopack: {root: import.meta.dirname},
}

export default config
