import type { commitmentFollow as Indonesian } from '../id/commitment-follow.ts'

export const commitmentFollow: typeof Indonesian = {
  says: {
    title: 'What residents say: not done',
    link: 'Say that this isn’t done',
    who: (number, day) => `A resident, number ${number} · ${day}`,
    held: 'This reason waits for a moderator.',
    hidden: 'This reason was hidden by a moderator.',
    erased: 'This reason was erased because its writer asked for it.',
    report: 'Report',
    reportFor: (number) => `Report reason number ${number}`,
    answer: (owner, day) => `Answer by ${owner} · ${day}`,
    waits: (day) => `Waiting for an answer since ${day}`,
    waiting: (count, day) =>
      `${count} ${count === 1 ? 'resident waits' : 'residents wait'} for an answer, since ${day}`,
  },
  dispute: {
    title: 'This isn’t done',
    lead: (what) => `Whoever answers for it says that this promise is kept: “${what}”.`,
    evidence: 'The evidence given',
    reason: 'What isn’t done?',
    reasonHint: 'What you see or meet, and where. Don’t write anybody’s name, identity number or phone number.',
    privacy:
      'You aren’t asked for a name or an identity number. What you write is public, without a name. Whoever answers for the promise must answer it.',
    send: 'Send',
    trap: 'Leave this empty',
    back: 'Back to the promise',
    notDone: 'Nobody says (any more) that this promise is kept, so there is nothing to dispute. Where it stands now:',
    yours: 'What you wrote is still here; copy it if you like:',
    otherBody: 'The first text from this form has been received.',
    otherBodyText: 'A second one from the same form isn’t kept. Open a new form if there is something else.',
    receiptOf: 'See its receipt',
    badKey: 'This form is too old. What you wrote is still here; send it once more.',
    receipt: {
      thanks: 'Thank you. Whoever answers for the promise must answer you.',
      keep: 'Keep this code to follow the answer. We can’t look it up for you, as we don’t know which code is whose.',
      about: 'See it on the promise’s page',
      whatsAppText: (code, address) => `Receipt: ${code}. Look for the answer at ${address}`,
      can: ['That your words arrived and are in the public record.', 'Since when they wait for an answer.'],
      cannot: ['Who you are. The code is made from random numbers, not from a name, a number or a phone.'],
    },
  },
  ofMeeting: 'Promised because of these decisions',
  follow: {
    link: 'Follow by mail',
    lead: (what) =>
      `A mail each time there is news of the promise “${what}”: its progress, what residents say, and the answers.`,
    feed: 'Follow without mail (Atom)',
    feedTitle: (what) => `Promise: ${what}`,
  },
  mail: {
    disputed: 'A resident says: not done',
    answered: 'Whoever answers for it has answered a resident',
    subject: (late, soon) =>
      [
        late > 0 ? `${late} ${late === 1 ? 'promise' : 'promises'} past the date` : '',
        soon > 0 ? `${soon} ${soon === 1 ? 'promise' : 'promises'} due soon` : '',
      ]
        .filter(Boolean)
        .join(', '),
    late: 'Past the date. Report it done with evidence, move the date, or say why it is deferred:',
    soon: 'Due within seven days:',
    all: 'All promises in your places:',
  },
  staff: {
    title: 'Residents who wait for an answer',
    text: (day, left) => (left > 0 ? `Came on ${day}. ${left} more after this one.` : `Came on ${day}.`),
    unread: 'A moderator still holds the text. You may wait, or answer already.',
    answer: 'Your answer',
    answerHint: 'Residents read it below what was written. At least ten characters.',
    again: 'Indeed it isn’t done: the work is taken up again, with this answer as the reason.',
    send: 'Answer and publish',
    answered: 'The answer is kept and public.',
    conflict: 'Somebody else has answered that one. The latest is below.',
  },
}
