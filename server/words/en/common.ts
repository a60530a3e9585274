import type { common as source } from '../id/common.ts'

export const common: typeof source = {
  skip: 'Skip to content',
  otherLanguage: 'Indonesia',
  promise: 'No input goes without an answer.',
  sample: 'Sample data, made for demonstration: no real results.',
  sampleSome: 'What is marked “sample data” was made for demonstration and is no real result.',
  samplePortal: 'Part of what this portal holds is sample data, made for demonstration.',
  sampleShort: 'sample data',
  printed: 'printed',
  print: 'Print',
  crumbs: 'Where this page lies',
  next: 'Next',
  notSent: 'Not sent yet',
  notSaved: 'Not saved yet',
  kept: 'Everything else you filled in is still here.',
  menu: {
    label: 'Main menu',
    surveys: 'Surveys',
    consultations: 'Consultations',
    meetings: 'Deliberations',
    results: 'Results',
    policies: 'Policies',
    commitments: 'Follow-up',
    check: 'Check input',
    signIn: 'Staff sign-in',
    account: 'Account',
  },
  foot: {
    privacy: 'Privacy',
    about: 'About Balai',
    ledger: 'Public record',
    source: 'Source code & licence',
  },
  refusals: {
    'not-found': { title: 'Page not found', text: 'The address may be mistyped, or the page has moved.' },
    'not-signed-in': { title: 'Please sign in', text: 'This page is for staff who have signed in.' },
    forbidden: {
      title: 'Not in your remit',
      text: 'Your account has no role for this page. Ask an administrator if you need it.',
    },
    conflict: { title: 'Already changed', text: 'Someone else has changed this. Reload the page and try again.' },
    unavailable: { title: 'Busy right now', text: 'Try again in a moment. What was sent is safe.' },
  },
  sendAgain:
    'What you filled in is not stored yet. Wait a moment, then reload this page: the browser sends the same once more.',
  broken: {
    title: 'Something is wrong with this page',
    text: 'It is not your doing, and what was sent is safe. Try reloading; if it stays like this, tell the staff.',
  },
  wayOut: { home: 'To the front page', surveys: 'See open surveys', check: 'Follow up an input' },
}
