import type { secondStep as source } from '../id/second-step.ts'

export const secondStep: typeof source = {
  code: {
    title: 'Sign-in code',
    lead: (name) => `The password is right, ${name}. Open the code app on your phone and type the code for Balai here.`,
    label: 'Code of 6 digits',
    button: 'Sign in',
    failed: 'Not signed in yet',
    kept: 'You need not type the password again.',
    noPhone: 'Not holding that phone?',
    recovery: 'Recovery code',
    recoveryHint: 'One of the ten codes that you wrote down. Each works only once.',
    noCodes: 'Recovery codes lost too? Ask an administrator to reset your sign-in code; two of them must agree.',
    clock: (moment) => `The portal’s clock: ${moment}. A code fits only if your phone’s clock is right.`,
    over: 'The time for signing in is over',
    overText: 'To be safe, signing in must be finished within half an hour. Start again with e-mail and password.',
    again: 'Sign in from the start',
    tooManyUntil: (moment) => `Too many attempts. Try again after ${moment}.`,
  },

  setUp: {
    title: 'Set up a sign-in code',
    replaceTitle: 'Move to another phone',
    needed:
      'Accounts that publish or administer need a code from a phone at each sign-in, so that a leaked password alone is not enough.',
    lead: 'After this, signing in takes the password and a code from the phone.',
    steps: [
      'Install a code app on the phone, such as Aegis, FreeOTP, Google Authenticator, or your password manager.',
      'In that app, add an account by scanning the picture below, or type the key.',
      'Type the 6 digits that appear.',
    ],
    qr: 'QR code for a code app. Unable to scan? Type the key below it.',
    secret: 'Key to be typed',
    label: 'Code of 6 digits from the app',
    password: 'Your password',
    button: 'Save',
    failed: 'Not saved yet',
    kept: 'The key above stays the same.',
    ends: 'Other devices signed in with this account will be signed out.',
  },

  recovery: {
    title: 'Write down these ten recovery codes',
    lead: 'The sign-in code is ready. Should the phone be lost, one of these codes takes its place, once.',
    renewed: 'The older recovery codes no longer work.',
    warning: 'These codes are shown only now. Print or copy them, and keep them apart from the phone.',
    next: 'Written down, go on',
  },

  own: {
    title: 'Sign-in code',
    on: 'This account signs in with the password and a code from a phone.',
    off: 'This account signs in with the password alone. A code from a phone makes it much safer.',
    left: (n) => (n === 0 ? 'No recovery codes are left.' : `Recovery codes left: ${n}.`),
    setUp: 'Set up a sign-in code',
    replace: 'Move to another phone',
    renew: 'Make new recovery codes',
    renewText: 'Ten new codes take the place of those left. Type a code from the phone, to be sure that it is you.',
    failed: 'Not made yet',
    kept: 'The older recovery codes still work.',
  },

  sessions: {
    title: 'Signed-in devices',
    lead: 'Your account is signed in here. Is one unknown to you? End it, then change the password.',
    here: 'This device',
    other: 'Another device',
    since: (moment) => `Signed in ${moment}`,
    seen: (moment) => `Last used about ${moment}`,
    end: 'End',
    endNamed: (moment) => `End the session that signed in ${moment}`,
    endOthers: 'End all others',
    ended: 'The session has been ended.',
    othersEnded: 'All other sessions have been ended.',
    only: 'Only this device is signed in.',
    notKept: 'Neither internet address nor kind of device is kept.',
  },

  reset: {
    has: 'sign-in code on',
    ask: 'Ask to take the sign-in code away',
    askText: 'For somebody who lost both phone and recovery codes. Another administrator must agree within 24 hours.',
    asked: 'The request is noted. Now another administrator must agree.',
    waits: (name) => `${name} asks for this person’s sign-in code to be taken away.`,
    waitsOther: 'Waiting for another administrator to agree.',
    agree: 'Agree, take the sign-in code away',
    confirm: 'I have made sure with the person directly.',
    agreed:
      'The sign-in code is gone; sessions and machine tokens have ended. The person sets up a new one when signing in.',
  },
}
