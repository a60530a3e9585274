import type { erasure as source } from '../id/erasure.ts'

export const erasure: typeof source = {
  title: 'Erase my personal data',
  link: 'Erase my personal data from this comment',
  linkReason: 'Erase my reason',
  lead: {
    input: (number, title) => `Comment number ${number} on the consultation “${title}”.`,
    'need-stance': (title) => `The reason for your view on the consultation “${title}”.`,
    'commitment-dispute': (title) => `What you wrote on the promise “${title}”.`,
  },
  yours: 'What you wrote',
  goesHeading: 'What is erased',
  goes: {
    text: 'The text of the comment, also the copies in moderation and in the record.',
    proposal: 'Your proposed wording.',
    file: 'Your attached file, also its contents in the database.',
    email: 'Your e-mail address. After this no news comes by mail.',
    account: 'The link to your account.',
    objection: 'What you wrote against the answer.',
    reason: 'Your reason, also the copies in moderation and in the record.',
  },
  staysHeading: 'What stays',
  stays: {
    input: [
      'That there was a comment with this number, when it arrived, on which passage, its stance, and the group that was chosen.',
      'The fingerprint (hash) of its text in the record. The text can’t be read from it any more.',
    ],
    'need-stance': [
      'That somebody supported or disputed this need, and when.',
      'The fingerprint (hash) of the reason in the record. The reason can’t be read from it any more.',
    ],
    'commitment-dispute': [
      'That somebody said that this promise isn’t kept, and when.',
      'The fingerprint (hash) of the reason in the record. The reason can’t be read from it any more.',
    ],
  },
  answerStays: 'The government’s answer to this comment, with its reason.',
  code: 'The code of your receipt, to follow what comes of it.',
  copies:
    'What others have copied or printed can’t be called back. Backups of the portal made before today hold it until they are replaced.',
  sure: 'Yes, erase it. I know that this can’t be undone.',
  button: 'Erase now',
  failed: 'Not erased yet',
  nothingYet: 'Nothing has been erased so far.',
  notSure: 'First tick that you are sure.',
  done: 'Erased',
  doneText:
    'Your personal data have been erased and can’t be brought back. The erasure is in the record, without the words.',
  before: 'There is nothing left to erase: it was erased before, or there was nothing.',
  back: 'Back to the receipt',
}
