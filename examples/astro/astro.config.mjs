import node from '@astrojs/node'
import {defineConfig, memoryCache} from 'astro/config'

export default defineConfig({
  output: 'server',
  adapter: node({mode: 'standalone'}),
  // Pages are kept until a tag of theirs is touched: see src/middleware.ts.
  cache: {provider: memoryCache()},
})
