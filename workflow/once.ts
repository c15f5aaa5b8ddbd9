// Computes an expensive value when it is first needed, and only once.

export function once<T>(make: () => T): () => T {
  let made: {value: T} | undefined
  return () => (made ??= {value: make()}).value
}
