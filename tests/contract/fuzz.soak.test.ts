// The requests and frames of the fuzz tests, fifty times as many and others each time; a failure names
// the seed that finds it again.
process.env['FUZZ_RUNS'] ??= '50'
await import('./fuzz-requests.test.ts')
await import('./fuzz-sockets.test.ts')
