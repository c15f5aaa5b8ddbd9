// The page at /login: e-mail address and password, a provider's button, or both.
import {html} from 'hono/html'
import {message, type Html} from './frame.ts'

export interface SignInPage {
  /** The form's address, with the parameters to keep. */
  action: string
  email?: string
  error?: string
  notes: string[]
  /** The person who is already signed in, and the address where they can go on. */
  already?: {name: string; to: string}
  /** Where sign-in through a provider begins. */
  sso?: string
  hasPasswords: boolean
  /** What people sign in to, as `Product.place`. */
  place: string
}

/** The field where the person must continue gets the focus. */
export function signInPage(page: SignInPage): Html {
  const {error, notes, already, sso, hasPasswords, place} = page
  return html`<h1>Sign in</h1>
    ${notes.map((text) => message(text, 'note'))}
    ${already && html`<p>You are signed in as ${already.name}. <a href="${already.to}">Go on</a></p>`}
    ${error && message(error, 'alarm')}
    ${sso && html`<p><a class="button" href="${sso}">Sign in with your work account</a></p>`}
    ${sso && hasPasswords && html`<p class="or">or</p>`} ${hasPasswords && passwordForm(page)}
    <footer>
      ${
        hasPasswords
          ? `No password yet, or forgotten? Ask an administrator of your ${place} for a sign-in link.`
          : `No account yet? Ask an administrator of your ${place}.`
      }
    </footer>`
}

function passwordForm({action, email = '', error}: SignInPage): Html {
  const invalid = error ? html` aria-describedby="error"` : ''
  const focusEmail = email === '' ? html` autofocus` : ''
  const focusPassword = email === '' ? '' : html` autofocus`
  return html`<form method="post" action="${action}">
    <div class="field">
      <label for="email">E-mail address</label>
      <input
        id="email"
        name="email"
        type="email"
        value="${email}"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required${focusEmail}${invalid}
      />
    </div>
    <div class="field">
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required${focusPassword}${invalid}
      />
    </div>
    <button type="submit">Sign in</button>
  </form>`
}
