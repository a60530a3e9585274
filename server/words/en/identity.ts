import type { identity as source } from '../id/identity.ts'

export const identity: typeof source = {
  issues: {
    required: 'Not filled in yet.',
    choose: 'Choose one.',
    'too-short': 'Too short.',
    'too-long': 'Too long. Please shorten it a little.',
    email: 'This e-mail looks mistyped. Example: name@office.go.id',
    'scope-unknown': 'This place was not found. Reload the page and choose again.',
    disabled: 'The account with this e-mail is disabled. Enable it first, then give it the role.',
    'pending-elsewhere':
      'Another administrator has invited this e-mail and no password has been set yet. Ask the person to set it, then invite again.',
    'role-held': 'This person already holds that role there.',
    day: 'Give a day that the calendar has.',
    'term-reversed': 'The last day comes before the first.',
    'term-past': 'This day has passed. Choose today or later.',
    'last-admin': 'This is the last administrator of the portal. Name another one first.',
    'link-spent': 'This link has been used or replaced, or is older than 24 hours. Ask an administrator for a new one.',
    'password-short': 'Too short. Use at least 10 characters.',
    'password-long': 'Too long. Use at most 200 characters.',
    'password-is-email': 'The password must differ from the e-mail.',
    'password-common': 'This password is too easy to guess. A few ordinary words together are stronger.',
    'repeat-differs': 'The two passwords differ.',
    'sign-in-wrong': 'E-mail and password do not match. Check them, or ask an administrator for a new link.',
    'sign-in-later': 'Too many attempts. Wait a little and try again.',
    'step-over': 'The time for signing in is over. Start again with e-mail and password.',
    'code-wrong': 'The code does not match or has been used. Wait for the next one and try again.',
    'recovery-wrong': 'The recovery code does not match or has been used. Check its letters, or use another.',
    wrong: 'The current password does not match.',
    later: 'Too many attempts. Wait a little and try again.',
  },
}
