// What a person has chosen, kept in their browser. A browser without storage keeps it as long as the page.

const ofPage = new Map<string, string>()

export function readRemembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return ofPage.get(key) ?? null
  }
}

/** @param value null forgets it */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    if (value === null) ofPage.delete(key)
    else ofPage.set(key, value)
  }
}
