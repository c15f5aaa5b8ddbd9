// Connects a studio to a lake on this machine: `import {localLake} from '@copydesk/lake/studio'`.
// It must be the first import, because it installs the transport.
import {originOf, parseUrl, type LakeAddress} from './addresses.ts'
import {askBeforeLeaving} from './ask-before-leaving.ts'
import {DEFAULT_DATASET, DEFAULT_PORT, DEFAULT_PROJECT_ID} from './defaults.ts'
import {installTransport, isBrowserPage} from './install.ts'

export interface LocalLakeOptions {
  /** As the lake's `--project-id`. By default `local`. */
  projectId?: string
  /** By default `production`. */
  dataset?: string
  /** The lake's address. By default port 5333 of the host that the studio was opened on. */
  url?: string
}

/** Members of a workspace in `defineConfig`. */
export interface LocalLakeWorkspace {
  projectId: string
  dataset: string
  apiHost: string
  auth: {
    loginMethod: 'cookie'
    redirectOnSingle: true
    providers: {name: string; title: string; url: string}[]
  }
  scheduledDrafts: {enabled: false}
  scheduledPublishing: {enabled: false}
  mediaLibrary: {enabled: false}
  apps: {canvas: {enabled: false}}
  announcements: {enabled: false}
}

// A cookie of `localhost` is not sent to `127.0.0.1`: the lake is asked on the host that the studio was opened on.
const lake: LakeAddress = {
  protocol: isBrowserPage() ? window.location.protocol : 'http:',
  host: `${isBrowserPage() ? window.location.hostname : 'localhost'}:${DEFAULT_PORT}`,
  projectId: DEFAULT_PROJECT_ID,
}

// Without a notice that a session has ended, the studio leads to the sign-in page by itself.
if (isBrowserPage()) installTransport(window, lake, {askBeforeLeaving, holdsEndedSession: false})

/**
 * The members of `defineConfig` for a lake on this machine. Spread them in place of `projectId` and
 * `dataset`. A page has one lake, so all workspaces of a studio must name the same project.
 * @throws TypeError for a `url` that is not an http(s) address
 * @example defineConfig({...localLake(), plugins: [structureTool()], schema: {types: schemaTypes}})
 */
export function localLake({
  projectId = DEFAULT_PROJECT_ID,
  dataset = DEFAULT_DATASET,
  url,
}: LocalLakeOptions = {}): LocalLakeWorkspace {
  lake.projectId = projectId
  if (url !== undefined) {
    const parsed = parseUrl(url)
    if (!parsed || !/^https?:$/.test(parsed.protocol)) {
      throw new TypeError(
        `localLake: "${url}" is not an address. Write scheme, host and port, such as http://localhost:${DEFAULT_PORT}.`,
      )
    }
    lake.protocol = parsed.protocol
    lake.host = parsed.host
  }
  const origin = originOf(lake)
  return {
    projectId,
    dataset,
    apiHost: origin,
    auth: {
      loginMethod: 'cookie',
      redirectOnSingle: true,
      providers: [{name: 'local-lake', title: 'Sign in', url: `${origin}/login`}],
    },
    // Each of these features needs a service of the hosted platform.
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    mediaLibrary: {enabled: false},
    apps: {canvas: {enabled: false}},
    announcements: {enabled: false},
  }
}
