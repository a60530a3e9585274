import type { notice as source } from '../id/notice.ts'

export const notice: typeof source = {
  greeting: (name) => `Dear ${name},`,
  anyone: 'Dear writer,',
  foot: (url) => `This mail was sent by the Balai portal at ${url}. There is no need to answer it.`,
  invitation: {
    subject: 'Invitation to Balai',
    text: 'You have been invited to work on the Balai portal. Set a password by this link:',
    holds: 'The link works once, for 24 hours. Not expecting an invitation? Then simply ignore this mail.',
  },
  password: {
    subject: 'Your password link for Balai',
    text: 'Somebody asked for a new password for your account. If that was you, set it by this link:',
    holds: 'The link works once, for 24 hours. It was not you? Then ignore this mail; the old password still holds.',
  },
  resetAsked: {
    subject: 'An administrator asks for your sign-in code to be taken away',
    text: 'An administrator asks for the sign-in code of your account to be taken away because of a lost phone. If another administrator agrees within 24 hours, you set up a new one when signing in. Your phone is not lost? Sign in now with a code from it: that ends the request at once. Then tell an administrator of the portal.',
  },
  resetDone: {
    subject: 'Your sign-in code has been taken away',
    text: 'Two administrators took the sign-in code of your account away; all its sessions and machine tokens have ended. Set up a new one when signing in. You did not ask for this? Tell an administrator of the portal at once.',
  },
  resident: {
    subject: 'Your Balai sign-in link',
    text: 'Somebody wants to sign in to “My comments” with this address. If it was you, open this link and press Sign in:',
    code: (code) => `Reading this on another device? Type this code on the page where you asked for it: ${code}`,
    holds: (minutes) =>
      `Both hold for ${minutes} minutes and once. You didn’t ask? Ignore this mail and give the code to nobody.`,
  },
  follow: {
    subject: (title) => `Follow by e-mail: ${title}`,
    asks: (title) =>
      `Somebody asked for news of “${title}” to be sent to this address. If it was you, open this link and press Yes, send me news:`,
    holds: (days) =>
      `The link holds for ${days} days. It was not you? Ignore this mail: nothing further is sent, and we delete your address.`,
    already: (title) => `This address follows “${title}” already. There is nothing left to do.`,
    leave: 'No longer want this news? Stop it here:',
    title: 'Follow by e-mail',
    email: 'E-mail',
    emailHint: 'For this news alone. Shown to nobody, and deleted as soon as you stop.',
    button: 'Send a link to confirm',
    failed: 'Not sent yet',
    kept: 'The address stays as you typed it.',
    later: (moment) => `Too many requests. Try again after ${moment}.`,
    sent: 'One step more: look at your mail',
    sentText: (email, days) =>
      `We sent a link to ${email}. News is sent only after you open it and press its button. The link holds for ${days} days. It doesn’t come? Look in your spam folder.`,
    confirm: 'Send you news by e-mail?',
    confirmLead: (title) => `Whenever there is news of “${title}”, we send a mail.`,
    confirmButton: 'Yes, send me news',
    confirmed: 'You follow this',
    confirmedText: (title) =>
      `News of “${title}” is sent to your address. Every mail ends with a link by which you can stop.`,
    spent: 'This link no longer holds',
    spentText:
      'It was replaced by a newer one, its time is over, or you stopped following. Still want the news? Ask for a new link on the page that you want to follow.',
    letGo: 'Stop this news?',
    letGoLead: (title) => `News of “${title}” is sent no more, and your address is deleted.`,
    letGoButton: 'Yes, stop',
    stay: 'Go on following',
    left: 'You no longer follow this',
    leftText: 'No news is sent any more, and your address is not kept for it.',
    issues: { email: 'type an e-mail address, for example ani@example.org', wrong: 'not right yet' },
  },
  heads: {
    subject: (day) => `Heads of the public record up to ${day}`,
    text: 'These are the signed heads of the public record:',
    save: 'Keep this mail. With heads that were kept, anyone can check later whether earlier entries were altered (save the list above as a JSON file, then npm run balai -- verify --heads FILE). End the subscription on your account page:',
  },
  forgotten: {
    title: 'Forgotten password',
    lead: 'Type the e-mail of your staff account. We send a link for setting a new password.',
    email: 'E-mail',
    button: 'Send the link',
    sent: 'Look at your e-mail',
    sentText:
      'If there is an account with that e-mail, the mail arrives within minutes. Its link works for 24 hours. Nothing came? Look in the spam folder, or ask an administrator for a link.',
    failed: 'Not sent yet',
    kept: 'The e-mail is still filled in.',
    tooManyUntil: (moment) => `Too many requests. Try again after ${moment}.`,
    back: 'Back to signing in',
  },
  choice: {
    label: 'How the link is passed on',
    copy: 'Show the link, I pass it on myself',
    mail: 'Send it by e-mail',
    mailed: 'The invitation is being sent by e-mail.',
    linkMailed: 'The password link is being sent to the person’s e-mail.',
    mailLink: 'Send a password link by e-mail',
    noServer: 'This portal has no mail server yet: mail is written as files in the data folder and reaches nobody.',
  },
  daily: {
    title: 'Daily heads of the public record',
    text: 'The signed head of the public record, by e-mail each day. Whoever keeps them can prove it when old entries are altered.',
    on: 'You are subscribed.',
    subscribe: 'Subscribe',
    unsubscribe: 'End the subscription',
  },
}
