// Hands a script for browsers to the server's bundle as text: `import js from './script.ts?script'`.
import {build, type Plugin} from 'vite'

const QUERY = '?script'

/** The plugin; the script is bundled with what it imports, small and in a scope of its own. */
export function scriptText(): Plugin {
  return {
    name: 'copydesk:script-text',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return null
      const input = id.slice(0, -QUERY.length)
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [{name: 'copydesk:watch', load: (file) => this.addWatchFile(file)}],
        build: {
          write: false,
          target: 'es2023',
          minify: true,
          modulePreload: false,
          rolldownOptions: {input, output: {format: 'iife'}},
        },
      })
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
      const [script] = outputs
      if (script?.type !== 'chunk' || outputs.length > 1) this.error(`${input} is not one script`)
      return `export default ${JSON.stringify(script.code)}`
    },
  }
}
