// The names that the lake shows to people and programs. They are on record: sessions, scrapers of metrics
// and receivers of webhooks depend on them.
import type {ProductOptions} from '@copydesk/lake'

export const PRODUCT = {
  name: 'Copydesk',
  prefix: 'copydesk',
  place: 'newsroom',
  home: '/studio',
  tagline: 'Editorial desk',
  title(read) {
    const name = read('siteSettings')?.['name']
    return typeof name === 'string' ? name : 'Copydesk'
  },
  hints: {
    allowOrigin: (origin) =>
      `An administrator can list it: npm run copydesk -- cors add ${origin} --credentials`,
    allowPrivateWebhooks: 'COPYDESK_WEBHOOKS_PRIVATE=allow admits those.',
    hostName: 'Set PUBLIC_URL to the address that people use.',
    metricsToken: 'METRICS_TOKEN sets it.',
    queryMemory: 'QUERY_MEMORY_MB gives it more.',
    trustEmail: 'the setting OIDC_TRUST_EMAIL=on lets you in',
    schedule:
      'Articles are scheduled with Review in the studio, and several documents together as a release.',
  },
} satisfies ProductOptions
