// Bundles the site for the server: `vite build --config site/vite.config.ts`.
import {defineConfig} from 'vite'
import {fontFiles} from './build/font-files.ts'
import {iconFiles} from './build/icon-files.ts'
import {scriptText} from './build/script-text.ts'

export default defineConfig({
  plugins: [scriptText(), iconFiles(), fontFiles()],
  build: {
    ssr: 'site/server.tsx',
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'node22',
    rolldownOptions: {output: {entryFileNames: 'server.js'}},
  },
})
