import type { privacy as source } from '../id/privacy.ts'

export const privacy: typeof source = {
  title: 'Privacy',
  lead: 'In short: survey answers carry no name, and are kept so that nobody can tie them to a person, the office that runs the survey included.',
  sections: [
    {
      heading: 'What is kept when you answer a survey',
      list: [
        'Your choices for the nine questions.',
        'Your suggestion, if you write one.',
        'Age band, sex, education and occupation, only if you fill them in.',
        'Until sealing: how the answer came (phone, counter tablet, paper) and a flag if something about it looks odd. After that only how many there were.',
        'Until sealing, for a sheet of paper: its code, so that a typing mistake can be taken back.',
        'A fingerprint of the receipt code, apart from the answers. We do not keep the code itself.',
      ],
    },
    {
      heading: 'What is not kept',
      text: 'Name, identity number, phone number, internet (IP) address, kind of phone, date or time of answering, exact age. The internet address is held in the server’s memory for a short while to slow down floods, and is then gone.',
    },
    {
      heading: 'For how long',
      text: 'Answers stay for as long as the published figure rests on them, which is without end. Once sent, an answer cannot be found, changed or withdrawn, because nobody knows whose it is.',
    },
    {
      heading: 'Before sealing',
      text: 'Answers are sealed in batches: answers and receipts are drawn apart, their order is shuffled and the tie between them removed. Until then, for at most the last few dozen answers, someone holding both the whole database and your code might still match the two. After sealing nobody can.',
    },
    {
      heading: 'If a name stands in a suggestion',
      text: 'Suggestions are not published; only staff with the role can read them, apart from the other answers and shuffled. Please leave names, identity numbers and phone numbers out. Wrote one all the same? Contact the unit that ran the survey.',
    },
    {
      heading: 'What the public sees',
      text: 'Totals only. Groups that are too small are left out, so that nobody’s answers can be guessed.',
    },
    {
      heading: 'On your phone',
      text: 'Answers you have not sent stay on your phone for a day at most and are deleted once sent. You can delete them on the survey page, or mark the phone as shared. There are no tracking cookies; cookies are only for who signs in: staff, and residents who open “My comments”. A tablet at the counter keeps no answers; the code of the receipt is carried to the page of thanks by a cookie that is erased at once.',
    },
    {
      heading: 'If you comment on a consultation',
      text: 'The text, stance, group and attachment are shown to all. Neither name nor NIK is asked. An e-mail address, if you give one, is only for news and never shown. The account “My comments” keeps an address and nothing else, without a password; it has no role, and you can delete it yourself. You can erase the text of a comment at any time, from the page of its receipt or from My comments.',
    },
    {
      heading: 'If you follow something by e-mail',
      text: 'All that is kept is your address, its language and what you follow. An address that is not confirmed is deleted after three days; a confirmed one as soon as you press the link to stop at the end of every mail.',
    },
    {
      heading: 'Others',
      text: 'These pages fetch nothing from other sites and tell nobody that you came. The WhatsApp button is a plain link and does nothing until you press it.',
    },
    {
      heading: 'Your rights',
      text: 'Indonesia’s personal data protection law (UU 27/2022) gives you rights over personal data. As survey answers carry no name, there is none that we could show you. For staff data and anything else, contact the operator of the portal or the service unit.',
    },
  ],
}
