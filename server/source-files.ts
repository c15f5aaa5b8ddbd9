// The source files that a digest is taken of.
import {globSync, statSync} from 'node:fs'
import {join} from 'node:path'

/** Names of the files that match, in one order and with `/` on all systems. */
export const sourceFiles = (patterns: string | readonly string[], root: string): string[] =>
  globSync(patterns, {cwd: root})
    .filter((name) => statSync(join(root, name), {throwIfNoEntry: false})?.isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
