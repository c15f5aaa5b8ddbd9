// Valid names of datasets. The rules are those of Sanity's command line.

const LONGEST = 64

/** @returns the problem with the name, as a sentence; null for a valid name */
export function datasetNameProblem(name: string): string | null {
  const wrong = ruleBrokenBy(name)
  return wrong && `"${name.slice(0, 2 * LONGEST)}" cannot be the name of a dataset: ${wrong}.`
}

function ruleBrokenBy(name: string): string | null {
  if (name.startsWith('~'))
    return 'a name that begins with "~" is an alias, and there are none here'
  if (name.length < 2) return 'it needs at least two characters'
  if (name.length > LONGEST) return `it can have at most ${LONGEST} characters`
  if (name !== name.toLowerCase()) return 'it must be in lower case'
  if (!/^[a-z0-9_-]+$/.test(name)) return 'it can have only a to z, digits, dashes and underscores'
  if (!/^[a-z0-9]/.test(name)) return 'it must begin with a to z or a digit'
  if (!/[a-z0-9]$/.test(name)) return 'it must end with a to z or a digit'
  return null
}
