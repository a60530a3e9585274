import type { ApiWords } from '../id/api.ts'

export const api: ApiWords = {
  problems: {
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address. All addresses are listed in /api/v1/openapi.json.',
    },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'The address exists, but not for that method. The header Allow names those it takes.',
    },
    'bad-query': {
      title: 'Wrong filter or cursor',
      detail: 'The address is right, but what follows the question mark is not. See the list of errors.',
    },
    'malformed-json': { title: 'Malformed JSON', detail: 'The body can’t be read as JSON.' },
    'bad-key': {
      title: 'Wrong submission key',
      detail: 'Send a header Idempotency-Key: 22 to 200 visible ASCII characters made at random (at least 128 bits).',
    },
    'unsupported-media-type': { title: 'Unsupported media type', detail: 'Send the body as application/json.' },
    'too-large': { title: 'Too large', detail: 'A body may have at most 1 MB.' },
    'too-many-requests': {
      title: 'Too many requests',
      detail: 'Wait, then try again. The header Retry-After says how long, in seconds.',
    },
    invalid: { title: 'Not valid', detail: 'Some fields need correction. Nothing was stored.' },
    'other-body': {
      title: 'The first answer was received',
      detail: 'This key was used for another answer. The first one stands.',
    },
    'not-open': { title: 'Not open yet', detail: 'This survey doesn’t take answers yet.' },
    closed: { title: 'Closed', detail: 'This survey takes no more answers.' },
    'not-signed-in': {
      title: 'A token is needed',
      detail: 'This address is for staff. Make a token on the account page and send it as Authorization: Bearer TOKEN.',
    },
    'bad-token': {
      title: 'The token doesn’t hold',
      detail: 'It is mistyped, revoked or expired, or its account is disabled.',
    },
    forbidden: { title: 'Not yours to do', detail: 'You hold no role for this.' },
    conflict: { title: 'Changed meanwhile', detail: 'Someone else has changed this. Fetch it again, then try again.' },
    unavailable: { title: 'Busy', detail: 'Try again in a moment. What was sent is safe.' },
    broken: {
      title: 'Something broke on our side',
      detail: 'It wasn’t you. What was sent is safe. Name the requestId when you report it.',
    },
  },
  issues: {
    required: 'Required.',
    score: 'A number 1, 2, 3 or 4, or null when not answered.',
    'all-blank': 'Answer at least one element.',
    text: 'A text is needed.',
    'too-long': 'Too long.',
    choose: 'Not one of the options.',
    'unknown-field': 'No such field.',
    cursor: 'No such cursor. Use the value of next from the page before.',
    limit: 'A whole number from 1 to 100.',
    date: 'A date such as 2026-07-01.',
    once: 'Only once.',
    'not-open': 'This survey is still a draft.',
    'already-open': 'This survey has been opened already.',
    'not-closed': 'The last day of this survey has not passed.',
    'handed-in': 'The result of this survey has been handed in.',
    'not-handed-in': 'The result of this survey has not been handed in.',
    published: 'The result of this survey has been published.',
    'not-published': 'The result of this survey isn’t published, or was withdrawn.',
    'own-work': 'Who drafted or handed in may not publish.',
    swept: 'This import was cut off for too long. Send it again.',
    wrong: 'Not valid.',
  },
}
