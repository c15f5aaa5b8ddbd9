// Loaded into Sanity's command line, which asks `<project>.localhost`: not every system knows that a
// name below localhost is this machine.
import dns from 'node:dns'

const lookup = dns.lookup
dns.lookup = (hostname, ...rest) =>
  lookup(/(^|\.)localhost$/.test(hostname) ? '127.0.0.1' : hostname, ...rest)
