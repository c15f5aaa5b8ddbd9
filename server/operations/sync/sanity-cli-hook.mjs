// Loaded into Sanity's command line, so that it finds this lake and imports through our checks. Plain JavaScript,
// as it is loaded into threads and processes of theirs.
import '@copydesk/lake/localhost-names'
import {registerHooks} from 'node:module'

/** Imports are checked: the importer itself reads whatever file a document names. */
const checkedImport = new URL('sanity-import.ts', import.meta.url).href
registerHooks({
  resolve(specifier, context, next) {
    const isTheirs = specifier === '@sanity/import' && context.parentURL !== checkedImport
    return isTheirs ? next(checkedImport, context) : next(specifier, context)
  },
})
