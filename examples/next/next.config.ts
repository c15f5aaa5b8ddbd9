import type {NextConfig} from 'next'

const config: NextConfig = {
  // Pages are kept until a tag of theirs is touched: see newsroom/ask.ts.
  cacheComponents: true,
  partialPrefetching: true,
}

export default config
