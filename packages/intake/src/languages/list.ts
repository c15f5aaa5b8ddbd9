// How a language's lists are written: entries with " | " between them, over as many lines as they need.
export const list = (entries: string): string[] =>
  entries
    .split(/\s+\|\s+|\n\s*/u)
    .map((entry) => entry.trim())
    .filter(Boolean)
