// The page of a sign-in link: the person's account, and the password to set.
import {html} from 'hono/html'
import {PASSWORD_MIN_CHARACTERS} from '../../access/passwords.ts'
import {message, type Html} from './frame.ts'

export interface SetPasswordPage {
  action: string
  name: string
  email: string
  /** Titles as people read them. */
  roles: string[]
  error?: string
}

/** Only the button uses the link up, because mail programs open links to inspect them. */
export function setPasswordPage({action, name, email, roles, error}: SetPasswordPage): Html {
  const invalid = error ? html` aria-invalid="true"` : ''
  return html`<h1>Welcome, ${name}</h1>
    <p class="soft">Choose a password, and you are in. This link works once.</p>
    <dl>
      <div>
        <dt>${roles.length > 1 ? 'Roles' : 'Role'}</dt>
        <dd>${roles.join(', ')}</dd>
      </div>
    </dl>
    ${error && message(error, 'alarm')}
    <form method="post" action="${action}">
      <div class="field">
        <label for="email">E-mail address</label>
        <input id="email" type="email" value="${email}" autocomplete="username" readonly />
      </div>
      <div class="field">
        <label for="password">New password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength="${PASSWORD_MIN_CHARACTERS}"
          required
          autofocus
          aria-describedby="hint${error ? ' error' : ''}"
          ${invalid}
        />
        <span class="hint" id="hint"
          >At least ${PASSWORD_MIN_CHARACTERS} characters. Some words that only you would put
          together are easy to remember.</span
        >
      </div>
      <div class="field">
        <label for="again">The same password again</label>
        <input
          id="again"
          name="again"
          type="password"
          autocomplete="new-password"
          minlength="${PASSWORD_MIN_CHARACTERS}"
          required${invalid}
        />
      </div>
      <button type="submit">Set password</button>
    </form>`
}

/** A link that no longer works, and what to do. */
export function deadLinkPage(sentence: string): Html {
  return html`<h1>This link does not open</h1>
    ${message(sentence, 'alarm')}
    <p><a href="/login">Sign in with e-mail address and password</a></p>`
}
