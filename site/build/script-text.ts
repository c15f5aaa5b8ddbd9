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
          cssCodeSplit: false,
          rolldownOptions: {
            input,
            output: {format: 'iife'},
            // What is loaded later elsewhere is part of the one script; nothing is preloaded.
            transform: {define: {'import.meta': '{}'}},
            // `use client` means something only to frameworks.
            onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
          },
        },
      })
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
      const scripts = outputs.filter((one) => one.type === 'chunk')
      const sheets = outputs.filter((one) => one.type === 'asset')
      const [script] = scripts
      if (!script || scripts.length > 1 || sheets.some(({fileName}) => !fileName.endsWith('.css')))
        this.error(`${input} is not one script`)
      const rules = sheets.map(({source}) => adopted(Buffer.from(source).toString())).join('')
      return `export default ${JSON.stringify(rules + script.code)}`
    },
  }
}

/** Puts a style sheet into the page in the one way that needs no leave of the page's policy. */
const adopted = (css: string): string =>
  `{const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(css)});document.adoptedStyleSheets.push(sheet)}`
