// What makes a preview's words lead to their fields, under an address that changes with its content.
import {digest} from '../http/digest.ts'
// oxlint-disable-next-line import/default -- the bundler makes it of the file that is named
import js from './editing.ts?script'

const HASH_LENGTH = 16

/** The script's text and its path. */
export async function editingScript(): Promise<{js: string; path: string}> {
  const hash = (await digest(js)).replace(/[^A-Za-z0-9]/g, '').slice(0, HASH_LENGTH)
  return {js, path: `/_site/editing.${hash}.js`}
}
