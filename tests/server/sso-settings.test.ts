// What the environment may say about single sign-on.
import {describe, expect, it, test} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import {refusal} from './support.ts'

const SSO = {
  OIDC_ISSUER: 'https://id.example.org/realms/news',
  OIDC_CLIENT_ID: 'copydesk',
  OIDC_CLIENT_SECRET: 'secret',
}

describe('single sign-on', () => {
  it('is off unless all three are set', () => {
    expect(readEnvironment({})).not.toHaveProperty('sso')
    for (const name of Object.keys(SSO)) {
      expect(refusal({...SSO, [name]: ''})).toMatch(/belong together: [^.]+\.$/)
    }
    expect(readEnvironment(SSO)).toMatchObject({
      sso: {clientId: 'copydesk', clientSecret: 'secret'},
    })
  })

  test.each(['id.example.org', 'http://id.example.org', 'ftp://id.example.org'])(
    'refuses the provider %s, to which secrets would go in clear',
    (issuer) => expect(refusal({...SSO, OIDC_ISSUER: issuer})).toContain('OIDC_ISSUER must be'),
  )

  it('believes addresses that no provider confirms only where that is set', () => {
    expect(readEnvironment(SSO).sso).not.toHaveProperty('trustEmail')
    expect(readEnvironment({...SSO, OIDC_TRUST_EMAIL: 'on'}).sso).toMatchObject({trustEmail: true})
    expect(readEnvironment({...SSO, OIDC_TRUST_EMAIL: 'off'}).sso).not.toHaveProperty('trustEmail')
    expect(refusal({...SSO, OIDC_TRUST_EMAIL: 'yes'})).toBe(
      'OIDC_TRUST_EMAIL must be "on" or "off".',
    )
  })

  it('may be the only way in, but not none', () => {
    expect(readEnvironment({...SSO, PASSWORD_SIGN_IN: 'off'}).passwordSignIn).toBe('off')
    expect(readEnvironment({...SSO, PASSWORD_SIGN_IN: 'on'})).not.toHaveProperty('passwordSignIn')
    expect(refusal({PASSWORD_SIGN_IN: 'off'})).toContain('needs another way in')
    expect(refusal({...SSO, PASSWORD_SIGN_IN: 'no'})).toContain('PASSWORD_SIGN_IN must be')
  })
})
